package io.ganglion.status;

import java.time.Instant;

/**
 * A worker's incarnation.
 *
 * @param name host and process, for operators alone
 * @param leaseUntil when anyone may fence it
 */
public record WorkerSeen(
    long id,
    String name,
    Instant startedAt,
    Instant heartbeatAt,
    Instant leaseUntil,
    Condition condition) {
  /** How it does. */
  public enum Condition {
    ALIVE,
    /** Its lease ran out and nobody has fenced it yet. */
    LATE,
    FENCED
  }
}
