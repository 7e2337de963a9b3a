package io.ganglion.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** What an attempt came to. */
public sealed interface Outcome {
  /**
   * The platform took it.
   *
   * @param output the action's answer, as its output schema says
   * @param reference the platform's own name for what came to be; empty for acts that leave nothing
   *     behind
   * @param url where a person can see it
   */
  record Landed(JsonNode output, String reference, Optional<URI> url) implements Outcome {}

  /**
   * It is proven that nothing happened.
   *
   * @param status the HTTP status that says so, 503 where there was none (no connection)
   * @param reason for people; no credentials
   * @param notBefore the platform asks not to be called before this time (429): the budget key
   *     pauses until then
   * @param retryable whether the same intent may land later
   */
  record NotLanded(int status, String reason, Optional<Instant> notBefore, boolean retryable)
      implements Outcome {}

  /**
   * Nothing is proven: a timeout, a reset, a 5xx, an unreadable answer.
   *
   * @param notBefore the platform asks not to be called before this time
   */
  record Unknown(int status, String reason, Optional<Instant> notBefore) implements Outcome {
    public Unknown(int status, String reason) {
      this(status, reason, Optional.empty());
    }
  }
}
