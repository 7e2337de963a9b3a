package io.ganglion.webhook;

import io.ganglion.kernel.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message on its way to one endpoint, and what came of it.
 *
 * @param type the message's
 * @param dueAt the next try, while it is pending and none is under way
 * @param reason why there will be no further try
 * @param attempts the latest tries, oldest first
 */
public record Delivery(
    MessageId message,
    String type,
    State state,
    int tries,
    Optional<Instant> dueAt,
    Optional<String> reason,
    Instant createdAt,
    Optional<Instant> endedAt,
    List<Attempt> attempts) {
  public Delivery {
    attempts = List.copyOf(attempts);
  }

  /** Where it stands. */
  public enum State {
    PENDING,
    DELIVERED,
    FAILED
  }

  /**
   * A try.
   *
   * @param number from 1
   * @param status of the answer, if there was one
   * @param reason what went wrong
   * @param answerBytes how long the answer's body was; what it said is not kept
   */
  public record Attempt(
      int number,
      Instant at,
      long tookMillis,
      Optional<Integer> status,
      Optional<String> reason,
      Optional<Integer> answerBytes) {}
}
