package io.ganglion.api.agent;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.agent.Agents.StateEntry;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A state entry, as callers see it; {@code version} is the ETag. */
@Schema(name = "StateEntry")
public record StateView(String key, JsonNode value, long version, Instant updatedAt) {
  static StateView of(StateEntry entry) {
    return new StateView(entry.key(), entry.value(), entry.version(), entry.updatedAt());
  }
}
