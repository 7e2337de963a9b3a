package io.ganglion.trial;

import io.ganglion.db.EngineSource;
import io.ganglion.db.EngineTx;
import io.ganglion.kernel.Roles;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.TrialId;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * The loop of a process with the role {@code worker} that looks at trials which are due, a virtual
 * thread a look. What a dead process had taken is due again when its lease ends.
 */
@ApplicationScoped
class TrialWorker {
  private static final Logger LOG = Logger.getLogger(TrialWorker.class);
  private static final String TAKE =
      """
      UPDATE lab_trial_due d SET due_at = now() + make_interval(secs => ?)
      FROM (SELECT tenant_id, trial_id FROM lab_trial_due WHERE due_at <= now() ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED) f
      WHERE d.tenant_id = f.tenant_id AND d.trial_id = f.trial_id RETURNING d.tenant_id, d.trial_id
      """;
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final boolean enabled;
  private final Looking looking;
  private final TrialConfig config;
  private final EngineTx engine;
  private final Semaphore room;
  private volatile boolean stopping;

  TrialWorker(Looking looking, TrialConfig config, EngineSource source, Roles roles) {
    this.enabled = roles.roles().contains(Roles.WORKER);
    this.looking = looking;
    this.config = config;
    this.engine = source.transactions(1);
    this.room = new Semaphore(config.atOnce());
  }

  private record Due(TenantId tenant, TrialId trial) {}

  void start(@Observes StartupEvent event) {
    if (enabled) {
      Thread.ofPlatform().name("lab-trials").daemon().start(this::loop);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
  }

  private void loop() {
    while (!stopping) {
      try {
        if (!turn()) {
          pause(config.poll());
        }
      } catch (SQLException | RuntimeException e) {
        LOG.errorf("trials can't be looked at now; it is tried again: %s", e.getMessage());
        pause(AFTER_FAILURE);
      }
    }
  }

  private static void pause(Duration wait) {
    try {
      Thread.sleep(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether there was something to look at. */
  private boolean turn() throws SQLException {
    int free = room.availablePermits();
    if (free == 0) {
      return false;
    }
    var due = take(free);
    for (var one : due) {
      room.acquireUninterruptibly();
      Thread.ofVirtual().name("lab-trial").start(() -> look(one));
    }
    return !due.isEmpty();
  }

  private List<Due> take(int most) throws SQLException {
    return engine.once(
        connection -> {
          try (var take = connection.prepareStatement(TAKE)) {
            take.setDouble(1, config.lease().toMillis() / 1e3);
            take.setInt(2, most);
            var due = new ArrayList<Due>();
            try (var row = take.executeQuery()) {
              while (row.next()) {
                due.add(
                    new Due(
                        new TenantId(row.getObject(1, UUID.class)),
                        new TrialId(row.getObject(2, UUID.class))));
              }
            }
            return due;
          }
        });
  }

  private void look(Due due) {
    try {
      looking.look(due.tenant(), due.trial(), Instant.now());
    } catch (RuntimeException e) {
      LOG.errorf(e, "%s can't be looked at now; it is tried again", due.trial());
    } finally {
      room.release();
    }
  }
}
