package io.ganglion.api.agent;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.agent.StateVersion;
import io.ganglion.kernel.RunId;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a state entry once was, as callers see it. */
@Schema(name = "StateVersion")
public record StateVersionView(
    long version,
    @Nullable JsonNode value,
    @Schema(
            description =
                "Whether this version deleted the entry; its value is null then, and may be null"
                    + " without")
        boolean deleted,
    @Nullable RunId run,
    @Nullable String position,
    String actor,
    Instant at) {

  static StateVersionView of(StateVersion version) {
    return new StateVersionView(
        version.version(),
        version.value(),
        version.value() == null,
        version.run(),
        version.position(),
        version.actor(),
        version.at());
  }
}
