package io.ganglion.rotation;

import io.ganglion.crypto.KeyExchange;
import io.ganglion.kernel.RotationId;
import java.time.Instant;
import java.util.Optional;

/**
 * One exchange of keys, and how far it has come.
 *
 * @param cursor the place up to which the stage has come
 * @param master the master key in use when it was asked for
 */
public record Rotation(
    RotationId id,
    Stage stage,
    KeyExchange.Place cursor,
    String master,
    Counts counts,
    Instant startedAt,
    Optional<Instant> endedAt) {
  /** What is done, in this order. */
  public enum Stage {
    /** Data keys are wrapped by the master key in use. */
    REWRAP,
    /** Tenants get new data keys, and credentials are sealed anew. */
    RENEW,
    /** Old data keys are deleted. */
    RETIRE,
    ENDED
  }

  /**
   * What was done. A crash may leave out a page.
   *
   * @param rewrapped data keys wrapped by another master key before
   * @param renewed tenants that got a new data key
   * @param resealed credentials sealed anew
   * @param retired old data keys deleted
   * @param failed data keys and credentials that no key opens; they stay as they are
   */
  public record Counts(long rewrapped, long renewed, long resealed, long retired, long failed) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    Counts plus(Counts more) {
      return new Counts(
          rewrapped + more.rewrapped,
          renewed + more.renewed,
          resealed + more.resealed,
          retired + more.retired,
          failed + more.failed);
    }
  }
}
