package io.ganglion.api.effect;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.api.ShownArguments;
import io.ganglion.effect.Effect;
import io.ganglion.effect.EffectState;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.SystemId;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of the ledger, as callers see it. */
@Schema(
    name = "Effect",
    description = "One outward act, from its frozen intent to its proven fate.")
public record EffectView(
    EffectId id,
    RunId run,
    @Schema(
            description = "DSL pointer of the task visit, with visit indices",
            examples = "/do/2/post")
        String position,
    @Schema(description = "Numbers the intents inside one visit, from 0") int ordinal,
    @Schema(
            description = "do, or undo of another effect",
            enumeration = {"do", "undo"})
        String phase,
    @Nullable EffectId undoOf,
    @Nullable String connection,
    String connector,
    String action,
    SystemId system,
    EffectState state,
    @Schema(enumeration = {"pure", "idempotent", "reconcilable", "blind"}) String retryClass,
    @Schema(enumeration = {"reversible", "compensable", "irreversible"}) String undoClass,
    @Schema(description = "How often it was dispatched") int attempts,
    @Schema(
            description =
                "How many of the attempts ended with the worker that made them, before anybody saw"
                    + " an answer; these leave the action its own number of attempts, up to 20 of"
                    + " them")
        int attemptsLost,
    @Schema(description = "SHA-256 of the canonical (RFC 8785) arguments, hexadecimal")
        String argumentsHash,
    @Schema(
            description =
                "As they were frozen; headers that authenticate a call are sent, and shown as"
                    + " (hidden)")
        JsonNode arguments,
    @Nullable JsonNode output,
    @Schema(description = "The platform's own name for what came to be") @Nullable String reference,
    @Nullable String url,
    @Schema(description = "Why the last attempt did not land, or may not have")
        @Nullable String reason,
    @Nullable Instant dispatchedAt,
    @Nullable Instant settledAt,
    @Schema(
            description = "What proves the fate",
            enumeration = {"response", "lookup", "person"})
        @Nullable String evidence) {

  public static EffectView of(Effect effect) {
    var frozen = effect.frozen();
    var landed = effect.landed();
    var last = effect.last();
    return new EffectView(
        effect.id(),
        frozen.run(),
        frozen.position(),
        frozen.ordinal(),
        frozen.phase(),
        frozen.undoOf(),
        frozen.connection(),
        frozen.connector(),
        frozen.action(),
        frozen.system(),
        effect.state(),
        frozen.retryClass().word(),
        frozen.undoClass().word(),
        effect.attempts(),
        effect.tries().lost(),
        frozen.argumentsHash(),
        ShownArguments.of(frozen.arguments()),
        landed == null ? null : landed.output(),
        landed == null ? null : landed.reference(),
        landed == null ? null : landed.url(),
        last == null ? null : last.reason(),
        effect.times().dispatched(),
        effect.times().settled(),
        effect.evidence());
  }
}
