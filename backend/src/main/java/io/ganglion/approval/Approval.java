package io.ganglion.approval;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.identity.Approvers;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.ApprovalId;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a run waits to be allowed.
 *
 * @param asked what never changes
 * @param decision null while it is pending
 */
public record Approval(Asked asked, ApprovalState state, @Nullable Decision decision) {
  /** The longest title, in characters. */
  public static final int MAX_TITLE = 200;

  /** The largest detail, in bytes as JSON. */
  public static final int MAX_DETAIL_BYTES = 64 * 1024;

  /**
   * What is asked.
   *
   * @param position of the visit that asks
   * @param ordinal of the intent within the visit
   * @param effect the frozen intent; null where the visit itself asks
   * @param detail shown to who decides
   * @param approvers who may decide
   * @param expiresAt nobody can decide from then on
   */
  public record Asked(
      TenantId tenant,
      ApprovalId id,
      RunId run,
      String position,
      int ordinal,
      @Nullable AgentId agent,
      @Nullable EffectId effect,
      String title,
      JsonNode detail,
      OnTimeout onTimeout,
      Approvers approvers,
      Instant askedAt,
      Instant expiresAt) {}

  /**
   * How it was settled.
   *
   * @param by identifier of a person or API key; null where nobody decided
   */
  public record Decision(@Nullable String by, @Nullable String comment, Instant at) {}

  /** A new one. */
  public static Approval pending(Asked asked) {
    return new Approval(asked, ApprovalState.PENDING, null);
  }

  public ApprovalId id() {
    return asked.id;
  }

  /** Whether what was asked may be done. */
  public boolean granted() {
    return state == ApprovalState.APPROVED
        || (state == ApprovalState.EXPIRED && asked.onTimeout == OnTimeout.APPROVE);
  }

  /** Whether the run goes on though nobody granted it, or fails for want of a decision. */
  public boolean failed() {
    return state == ApprovalState.WITHDRAWN
        || (state == ApprovalState.EXPIRED && asked.onTimeout == OnTimeout.FAIL);
  }

  public boolean pending() {
    return state == ApprovalState.PENDING;
  }
}
