package io.ganglion.a2a;

import io.ganglion.run.Run;
import java.util.Optional;

/**
 * What the protocol calls the state of a run.
 *
 * @see <a href="https://a2a-protocol.org/v1.0.0/specification/">A2A 1.0, TaskState</a>
 */
public enum TaskState {
  SUBMITTED,
  WORKING,
  INPUT_REQUIRED,
  AUTH_REQUIRED,
  COMPLETED,
  FAILED,
  CANCELED;

  private static final String PREFIX = "TASK_STATE_";

  /** {@link #of} in SQL, of a run {@code r}. */
  static final String SQL =
      """
      CASE WHEN r.state = 'QUEUED' THEN 'SUBMITTED'
           WHEN r.state = 'WAITING' AND r.waiting_for ->> 'reason' = 'event' THEN 'INPUT_REQUIRED'
           WHEN r.state = 'WAITING' AND r.waiting_for ->> 'reason' = 'approval' THEN 'AUTH_REQUIRED'
           WHEN r.state IN ('RUNNING', 'WAITING', 'NEEDS_ATTENTION') THEN 'WORKING'
           WHEN r.state = 'SUCCEEDED' THEN 'COMPLETED'
           WHEN r.state IN ('COMPENSATED', 'FAILED') THEN 'FAILED'
           ELSE 'CANCELED' END""";

  /** A wait for a person's approval is one for an authority that the caller lacks. */
  public static TaskState of(Run run) {
    return switch (run.state()) {
      case QUEUED -> SUBMITTED;
      case RUNNING, NEEDS_ATTENTION -> WORKING;
      case WAITING ->
          switch (reason(run)) {
            case "event" -> INPUT_REQUIRED;
            case "approval" -> AUTH_REQUIRED;
            default -> WORKING;
          };
      case SUCCEEDED -> COMPLETED;
      case COMPENSATED, FAILED -> FAILED;
      case CANCELLED -> CANCELED;
    };
  }

  private static String reason(Run run) {
    var waits = run.waitingFor();
    return waits == null ? "" : waits.path("reason").asText("");
  }

  /** Its name in messages. */
  public String wire() {
    return PREFIX + name();
  }

  /** Of its name in messages; empty for what no task of ours comes to. */
  public static Optional<TaskState> named(String wire) {
    for (var state : values()) {
      if (state.wire().equals(wire)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }

  /** Whether nothing follows. */
  public boolean terminal() {
    return this == COMPLETED || this == FAILED || this == CANCELED;
  }

  /** Whether it goes on once somebody has said something. */
  public boolean interrupted() {
    return this == INPUT_REQUIRED || this == AUTH_REQUIRED;
  }

  /** Whether a request that waits for the task is answered now. */
  public boolean settled() {
    return terminal() || interrupted();
  }
}
