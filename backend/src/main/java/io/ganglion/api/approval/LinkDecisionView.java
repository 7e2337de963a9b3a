package io.ganglion.api.approval;

import io.ganglion.approval.Approval;
import io.ganglion.approval.ApprovalState;
import io.ganglion.kernel.ApprovalId;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was decided by a link. */
@Schema(name = "ApprovalLinkDecision", description = "What was decided by a link.")
public record LinkDecisionView(
    ApprovalId approval, ApprovalState state, @Nullable String comment, Instant decidedAt) {
  static LinkDecisionView of(Approval approval) {
    var decision = Objects.requireNonNull(approval.decision());
    return new LinkDecisionView(approval.id(), approval.state(), decision.comment(), decision.at());
  }
}
