package io.ganglion.background;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.agroal.api.AgroalDataSource;
import io.ganglion.kernel.Roles;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes errands and runs them. */
@ApplicationScoped
public class Errands {
  /** Heartbeats a process may miss before its errand is another's; the library's least. */
  private static final int MISSED = 4;

  private final BackgroundConfig config;
  private final Roles roles;
  private final Map<String, OneTimeTask<Void>> tasks;
  private final Scheduler scheduler;

  Errands(
      AgroalDataSource dataSource, BackgroundConfig config, Roles roles, Instance<Errand> errands) {
    this.config = config;
    this.roles = roles;
    this.tasks =
        errands.stream()
            .map(this::task)
            .collect(Collectors.toUnmodifiableMap(OneTimeTask::getName, Function.identity()));
    this.scheduler =
        Scheduler.create(dataSource, java.util.List.copyOf(tasks.values()))
            .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
            .pollingInterval(config.poll())
            .threads(config.threads())
            .heartbeatInterval(config.heartbeat())
            .missedHeartbeatsLimit(MISSED)
            .executorService(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  void start(@Observes StartupEvent started) {
    if (roles.roles().contains(Roles.WORKER)) {
      scheduler.start();
    }
  }

  void stop(@Observes ShutdownEvent stopped) {
    scheduler.stop();
  }

  /**
   * Asks for an errand, in the transaction that is under way. The same one, asked for while it
   * waits, is one.
   *
   * @param name of the {@link Errand}
   * @param subject what it is about: identifiers alone, since it is kept outside of row-level
   *     security
   * @param due the earliest time
   */
  public void ask(String name, String subject, Instant due) {
    var task = tasks.get(name);
    if (task == null) {
      throw new IllegalArgumentException("no such errand: " + name);
    }
    scheduler.scheduleIfNotExists(task.instance(subject), due);
  }

  private OneTimeTask<Void> task(Errand errand) {
    return Tasks.oneTime(errand.name())
        .onFailure(this::later)
        .execute((instance, context) -> errand.run(instance.getId()));
  }

  private void later(ExecutionComplete failed, ExecutionOperations<Void> operations) {
    int doublings = Math.min(failed.getExecution().consecutiveFailures, 20); // 20: no overflow
    var wait = config.firstWait().multipliedBy(1L << doublings);
    operations.reschedule(failed, Instant.now().plus(least(wait, config.longestWait())));
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
