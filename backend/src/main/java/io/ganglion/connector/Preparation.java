package io.ganglion.connector;

import com.fasterxml.jackson.databind.JsonNode;

/** What preparing an act came to; preparing has no public effect. */
public sealed interface Preparation {
  /**
   * It may be sent.
   *
   * @param handle frozen with the intent and given back with every attempt, look-up and undo (a
   *     container id, a signed transaction and its hash); JSON null where there is none. Never
   *     holds a credential.
   */
  record Ready(JsonNode handle) implements Preparation {}

  /**
   * It would not be taken, or breaks a rule: which one, and what to do. {@code status} as in HTTP.
   */
  record Refused(int status, String reason, boolean retryable) implements Preparation {}
}
