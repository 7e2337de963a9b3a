package io.ganglion.api.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.run.Step;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A journalled task visit, as callers see it. */
@Schema(name = "Step")
public record StepView(
    @Schema(description = "DSL pointer with visit indices", examples = "/do/0/getPet")
        String position,
    String name,
    @Schema(enumeration = {"completed", "faulted", "cancelled"}) String state,
    int attempts,
    Instant startedAt,
    Instant endedAt,
    @Nullable JsonNode output,
    @Nullable JsonNode error) {

  static StepView of(Step step) {
    return new StepView(
        step.position(),
        step.name(),
        step.state().name().toLowerCase(Locale.ROOT),
        step.attempts(),
        step.startedAt(),
        step.endedAt(),
        step.output(),
        step.error());
  }
}
