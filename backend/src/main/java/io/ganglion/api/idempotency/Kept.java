package io.ganglion.api.idempotency;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/** What is known of an Idempotency-Key when a request with it arrives. */
sealed interface Kept {
  /** Nobody is working on it: go ahead, under the identifier of the first try. */
  record Go(UUID request) implements Kept {}

  /** The first request is under way. */
  record Running() implements Kept {}

  /** The key stands for another request. */
  record Mismatch() implements Kept {}

  /** It was answered. */
  record Done(int status, JsonNode headers, byte[] body) implements Kept {}
}
