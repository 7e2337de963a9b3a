package io.ganglion.api.idempotency;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Roles;
import io.ganglion.kernel.TenantId;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Takes answers away whose time is over and whose tenant sends nothing that would: each ten
 * minutes, a bounded number a transaction. Any number of processes may do it.
 */
@ApplicationScoped
class Forgetting {
  private static final Logger LOG = Logger.getLogger(Forgetting.class);
  private static final long PERIOD_MINUTES = 10;
  private static final String FORGET = "SELECT ganglion_forget_answers(?)";

  private final TenantTx tx;
  private final IdempotencyConfig config;
  private final boolean enabled;
  private final CountDownLatch stopping = new CountDownLatch(1);

  Forgetting(TenantTx tx, IdempotencyConfig config, Roles roles) {
    this.tx = tx;
    this.config = config;
    this.enabled = roles.roles().contains(Roles.API);
  }

  void start(@Observes StartupEvent event) {
    if (enabled) {
      Thread.ofVirtual().name("forget-answers").start(this::loop);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  /** Takes away all there are now; answers how many. */
  long sweep() {
    long all = 0;
    long gone;
    do {
      gone = some();
      all += gone;
    } while (gone == config.sweep() && stopping.getCount() > 0);
    return all;
  }

  private long some() {
    return tx.call(
        TenantId.NOBODY,
        connection -> {
          try (var call = connection.prepareStatement(FORGET)) {
            call.setInt(1, config.sweep());
            try (var row = call.executeQuery()) {
              row.next();
              return row.getLong(1);
            }
          }
        });
  }

  private void loop() {
    try {
      while (!stopping.await(PERIOD_MINUTES, TimeUnit.MINUTES)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      sweep();
    } catch (RuntimeException e) { // the next look may do better
      LOG.warnf("old answers can't be taken away now: %s", e.getMessage());
    }
  }
}
