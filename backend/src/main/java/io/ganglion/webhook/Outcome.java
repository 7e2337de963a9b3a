package io.ganglion.webhook;

import java.time.Duration;
import java.util.Optional;

/** What a try at an endpoint came to. */
sealed interface Outcome {
  /** It answered 2xx: it has the message. */
  record Taken(int status, int bytes) implements Outcome {}

  /**
   * It may or may not have it.
   *
   * @param status of the answer, if there was one
   * @param retryAfter when it wants to be asked again
   */
  record Failed(Optional<Integer> status, String reason, int bytes, Optional<Duration> retryAfter)
      implements Outcome {}

  /** It answered 410: it wants no messages any more. */
  record Gone(int bytes) implements Outcome {}

  /** Nothing was sent, and it is no fault of the endpoint's. */
  record NotTried(String reason) implements Outcome {}
}
