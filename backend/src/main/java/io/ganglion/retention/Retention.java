package io.ganglion.retention;

import io.ganglion.background.Errand;
import io.ganglion.background.Errands;
import io.ganglion.kernel.Roles;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Cuts history off, again and again, by one process at a time. It may die at any point and be run
 * again.
 */
@ApplicationScoped
class Retention implements Errand {
  private static final Logger LOG = Logger.getLogger(Retention.class);
  static final String NAME = "retention";

  private final Past past;
  private final Months months;
  private final Errands errands;
  private final Roles roles;
  private final RetentionConfig config;

  Retention(Past past, Months months, Errands errands, Roles roles, RetentionConfig config) {
    this.past = past;
    this.months = months;
    this.errands = errands;
    this.roles = roles;
    this.config = config;
  }

  void start(@Observes StartupEvent started) {
    if (roles.roles().contains(Roles.WORKER)) {
      askNext();
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(String subject) {
    askNext();
    long forgotten = past.forget(Instant.now());
    if (forgotten > 0) {
      LOG.infof("%d runs are forgotten that ended before their tenants' history", forgotten);
    }
    months.write();
  }

  /** On a grid, so that all processes ask for the same look. */
  private void askNext() {
    long period = config.period().toMillis();
    var next = Instant.ofEpochMilli((System.currentTimeMillis() / period + 1) * period);
    errands.ask(NAME, next.toString(), next);
  }
}
