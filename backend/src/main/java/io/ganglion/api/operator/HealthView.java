package io.ganglion.api.operator;

import io.ganglion.status.Measured;
import io.ganglion.status.WorkerSeen;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How queue, workers, ledger and webhooks do, over all tenants. */
@Schema(
    name = "PlatformHealth",
    description = "How the platform does inside, over all tenants. Counts go up to 10,000.")
public record HealthView(
    @Schema(description = "Runs whose time has come and that no worker has taken", examples = "0")
        long runsDue,
    @Schema(description = "How long the first of them has waited, in seconds", examples = "0.2")
        double runDelaySeconds,
    @Schema(description = "Effects whose fate nobody knows", examples = "0") long effectsInDoubt,
    @Schema(description = "How old the oldest of them is", examples = "0")
        double effectsInDoubtAgeSeconds,
    @Schema(examples = "40") long holdsOpen,
    @Schema(description = "Open holds whose worker is gone", examples = "0") long holdsLeaked,
    @Schema(description = "Runs that wait for capacity", examples = "0") long capacityWaiters,
    @Schema(description = "How long the first of them has waited", examples = "0")
        double capacityWaitSeconds,
    @Schema(description = "Runs that wait for a system", examples = "3") long systemWaiters,
    @Schema(description = "How long the first of them has waited", examples = "1.5")
        double systemWaitSeconds,
    @Schema(description = "Webhook deliveries that wait", examples = "0") long webhooksWaiting,
    @Schema(description = "How long the first that is due has waited", examples = "0")
        double webhookDelaySeconds,
    @Schema(description = "Errands that failed five times in a row", examples = "0")
        long errandsFailing,
    @Schema(description = "How long the first errand that is due has waited", examples = "0")
        double errandDelaySeconds,
    @Schema(
            description = "How long the oldest hour that is not sealed has been over, in seconds",
            examples = "0")
        double sealLagSeconds,
    @Schema(description = "Those that live first; 200 at most") List<WorkerView> workers) {

  /** A worker's incarnation. */
  @Schema(name = "Worker")
  public record WorkerView(
      @Schema(examples = "17") long id,
      @Schema(description = "Host and process", examples = "worker-1:4711") String name,
      @Schema(
              description = "late: its lease ran out and nobody has fenced it yet",
              enumeration = {"alive", "late", "fenced"},
              examples = "alive")
          String state,
      Instant startedAt,
      @Schema(description = "Every two seconds") Instant heartbeatAt,
      @Schema(description = "When anyone may fence it") Instant leaseUntil) {
    static WorkerView of(WorkerSeen seen) {
      return new WorkerView(
          seen.id(),
          seen.name(),
          seen.condition().name().toLowerCase(Locale.ROOT),
          seen.startedAt(),
          seen.heartbeatAt(),
          seen.leaseUntil());
    }
  }

  static HealthView of(Measured measured, double sealLag, List<WorkerSeen> workers) {
    return new HealthView(
        measured.due(),
        measured.delay(),
        measured.doubtful(),
        measured.doubtAge(),
        measured.holds(),
        measured.leaked(),
        measured.capacityWaiters(),
        measured.capacityWait(),
        measured.systemWaiters(),
        measured.systemWait(),
        measured.webhooks(),
        measured.webhookDelay(),
        measured.failing(),
        measured.errandDelay(),
        sealLag,
        workers.stream().map(WorkerView::of).toList());
  }
}
