package io.ganglion.api.mcp;

import io.ganglion.approval.Approval;
import io.ganglion.approval.ApprovalFilter;
import io.ganglion.approval.ApprovalState;
import io.ganglion.approval.Approvals;
import io.ganglion.kernel.TenantId;
import io.ganglion.mcp.McpConfig;
import io.ganglion.run.SessionStep;
import io.ganglion.run.SessionStep.Place;
import io.ganglion.run.Sessions;
import io.modelcontextprotocol.modern.server.McpSyncNotifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/** Waits for a step's end, telling the client that it does, as long as somebody listens. */
@ApplicationScoped
class Waiting {
  private static final Duration LOOK = Duration.ofMillis(100);

  /** Whether an approval is asked is looked at less often than the step. */
  private static final int LOOKS = 5;

  private static final int APPROVALS = 100;

  private final Sessions sessions;
  private final Approvals approvals;
  private final McpConfig config;
  private final Semaphore waiters;

  Waiting(Sessions sessions, Approvals approvals, McpConfig config) {
    this.sessions = sessions;
    this.approvals = approvals;
    this.config = config;
    this.waiters = new Semaphore(config.waiters());
  }

  /**
   * How far it came.
   *
   * @param approval that it waits for
   */
  record Standing(SessionStep step, Optional<Approval> approval) {}

  /** Until the step has ended, waits for a person, or the time is over. */
  Standing await(ToolCaller caller, SessionStep asked, Duration atMost, McpSyncNotifier notifier) {
    if (!waiters.tryAcquire()) {
      return look(caller.tenant(), asked);
    }
    try {
      long began = System.nanoTime();
      long told = began;
      for (int i = 0; ; i++) {
        var step = sessions.get(caller.tenant(), asked.run().id(), asked.place());
        var approval =
            step.ended() || i % LOOKS != 0 ? Optional.<Approval>empty() : asked(caller, step);
        long now = System.nanoTime();
        boolean late = now - began >= atMost.toNanos();
        if (step.ended() || approval.isPresent() || late || caller.wire().gone()) {
          return new Standing(step, approval);
        }
        if (now - told >= config.progress().toNanos()) {
          told = now;
          tell(caller, step, Duration.ofNanos(now - began), notifier);
        }
        LockSupport.parkNanos(LOOK.toNanos());
      }
    } finally {
      waiters.release();
    }
  }

  Standing look(TenantId tenant, SessionStep asked) {
    var step = sessions.get(tenant, asked.run().id(), asked.place());
    return new Standing(step, pending(tenant, step.place(), step));
  }

  private Optional<Approval> asked(ToolCaller caller, SessionStep step) {
    return pending(caller.tenant(), step.place(), step);
  }

  private Optional<Approval> pending(TenantId tenant, Place place, SessionStep step) {
    var filter =
        new ApprovalFilter(
            Optional.of(ApprovalState.PENDING), Optional.of(step.run().id()), Optional.empty());
    return approvals.list(tenant, filter, APPROVALS, Optional.empty()).data().stream()
        .filter(one -> one.asked().position().equals(place.position()))
        .findFirst();
  }

  private static void tell(
      ToolCaller caller, SessionStep step, Duration since, McpSyncNotifier notifier) {
    var waits = step.run().waitingFor();
    var what =
        waits == null
            ? "under way"
            : "waits for %s: %s"
                .formatted(waits.path("reason").asText(), waits.path("detail").asText());
    notifier.progress((double) since.toSeconds(), null, what);
    caller.wire().keepAlive();
  }
}
