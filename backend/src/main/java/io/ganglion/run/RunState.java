package io.ganglion.run;

/** Where a run stands. What each end promises is in docs/reliability.md. */
public enum RunState {
  QUEUED,
  RUNNING,
  WAITING,
  /** Not an end: an effect is UNKNOWN, or a landed one can't be undone. */
  NEEDS_ATTENTION,
  SUCCEEDED,
  COMPENSATED,
  FAILED,
  CANCELLED;

  public boolean ended() {
    return switch (this) {
      case QUEUED, RUNNING, WAITING, NEEDS_ATTENTION -> false;
      case SUCCEEDED, COMPENSATED, FAILED, CANCELLED -> true;
    };
  }

  /** The DSL's status phase for an end state. */
  String phase() {
    return switch (this) {
      case QUEUED -> "pending";
      case RUNNING -> "running";
      case WAITING, NEEDS_ATTENTION -> "waiting";
      case SUCCEEDED -> "completed";
      case COMPENSATED, FAILED -> "faulted";
      case CANCELLED -> "cancelled";
    };
  }
}
