package io.ganglion.api.approval;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.approval.Approval;
import io.ganglion.approval.ApprovalState;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.ApprovalId;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.RunId;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An approval, as callers see it. */
@Schema(name = "Approval", description = "Something a run waits to be allowed.")
public record ApprovalView(
    ApprovalId id,
    ApprovalState state,
    @Schema(examples = "Send 0.5 ETH to the supplier?") String title,
    @Schema(description = "What is asked; for an act its function, connection and frozen arguments")
        JsonNode detail,
    RunId run,
    @Nullable AgentId agent,
    @Schema(
            description = "DSL pointer of the visit that asks, with visit indices",
            examples = "/do/2/pay")
        String position,
    @Schema(description = "The frozen intent that is let through; null where a task itself asks")
        @Nullable EffectId effect,
    @Schema(
            description = "What it means that nobody decides in time",
            enumeration = {"approve", "reject", "fail"})
        String onTimeout,
    @Schema(
            description =
                "Who alone may decide: roles, e-mail addresses, identifiers of people and API keys;"
                    + " empty: whoever may decide approvals",
            examples = "[\"approver\", \"ada@example.org\"]")
        List<String> approvers,
    Instant askedAt,
    @Schema(description = "Nobody can decide from then on") Instant expiresAt,
    @Schema(description = "The person or API key that decided") @Nullable String decidedBy,
    @Nullable String comment,
    @Nullable Instant decidedAt) {

  public static ApprovalView of(Approval approval) {
    var asked = approval.asked();
    var decision = approval.decision();
    return new ApprovalView(
        approval.id(),
        approval.state(),
        asked.title(),
        asked.detail(),
        asked.run(),
        asked.agent(),
        asked.position(),
        asked.effect(),
        asked.onTimeout().word(),
        asked.approvers().names(),
        asked.askedAt(),
        asked.expiresAt(),
        decision == null ? null : decision.by(),
        decision == null ? null : decision.comment(),
        decision == null ? null : decision.at());
  }
}
