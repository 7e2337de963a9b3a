package io.ganglion.api.effect;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.InvalidRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a person or the agent says became of an effect.
 *
 * @param outcome {@code landed} or {@code not_landed}
 * @param reference the platform's name for what landed; required for {@code landed}
 * @param output what the step gives for {@code landed}; an empty object by default
 */
@Schema(name = "ResolveEffect")
public record ResolveBody(
    @Schema(
            enumeration = {"landed", "not_landed"},
            required = true)
        @Nullable String outcome,
    @Nullable String reference,
    @Nullable JsonNode output) {

  boolean landed() {
    return switch (outcome == null ? "" : outcome) {
      case "landed" -> {
        if (reference == null || reference.isBlank()) {
          throw new InvalidRequest(
              "/reference", "name what landed, e.g. the post's id on the platform");
        }
        yield true;
      }
      case "not_landed" -> false;
      default -> throw new InvalidRequest("/outcome", "send 'landed' or 'not_landed'");
    };
  }
}
