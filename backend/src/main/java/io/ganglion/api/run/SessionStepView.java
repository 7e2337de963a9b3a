package io.ganglion.api.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.RunId;
import io.ganglion.run.SessionStep;
import io.ganglion.run.Step;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A step or group of a session, as callers see it. */
@Schema(name = "SessionStep")
public record SessionStepView(
    RunId run,
    @Schema(examples = "post-1") String key,
    @Schema(description = "Its place in the journal", examples = "/steps/post-1") String position,
    @Schema(enumeration = {"pending", "completed", "faulted", "cancelled"}) String state,
    @Schema(description = "As it was asked for") JsonNode body,
    @Schema(description = "What the action gave; of a group a list, in the participants' order")
        @Nullable JsonNode output,
    @Schema(description = "The DSL's error object") @Nullable JsonNode error,
    @Schema(description = "What the run waits for, while the step is pending")
        @Nullable JsonNode waitingFor,
    int attempts,
    Instant askedAt,
    @Nullable Instant endedAt) {

  static SessionStepView of(SessionStep step) {
    var record = step.record();
    return new SessionStepView(
        step.run().id(),
        step.place().key(),
        step.place().position(),
        state(step),
        step.body(),
        record == null ? null : record.output(),
        record == null ? null : record.error(),
        step.ended() ? null : step.run().waitingFor(),
        record == null ? 0 : record.attempts(),
        step.askedAt(),
        record == null ? step.run().endedAt() : record.endedAt());
  }

  private static String state(SessionStep step) {
    if (step.record() == null) {
      return step.ended() ? "cancelled" : "pending";
    }
    Step.State state = step.record().state();
    return state.name().toLowerCase(Locale.ROOT);
  }
}
