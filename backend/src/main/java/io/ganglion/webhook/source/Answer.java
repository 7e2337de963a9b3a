package io.ganglion.webhook.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a sender is answered.
 *
 * @param status of HTTP
 * @param body null: none
 */
public record Answer(int status, @Nullable JsonNode body) {
  /** Taken, and nothing to say: what platforms want. */
  static final Answer OK = new Answer(200, null);

  /** What senders of no platform are told. */
  static Answer stored(int events) {
    return new Answer(202, Json.object().put("stored", events));
  }
}
