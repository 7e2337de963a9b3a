package io.ganglion.api.operator;

import io.ganglion.kernel.TenantId;
import io.ganglion.operator.Listed;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tenant, as the operator sees it. */
@Schema(name = "OperatedTenant", description = "A tenant, as the operator sees it.")
public record OperatedTenantView(
    TenantId id,
    @Schema(description = "What its people call it", examples = "Acme Research") String name,
    @Schema(
            enumeration = {"active", "paused", "suspended", "deleted", "moving", "moved"},
            description =
                "moving: on its way between this cell and another; moved: it lives in another cell",
            examples = "active")
        String state,
    @Schema(examples = "team") String plan,
    @Schema(description = "Billable weight that it may hold at one instant", examples = "20") int k,
    @Schema(description = "Billable weight that it holds now", examples = "12") int used,
    @Schema(description = "Whether it is suspended for an invoice", examples = "false")
        boolean unpaid,
    @Schema(description = "Why the operator suspended it; null: the operator did not")
        @Nullable String barred,
    Instant createdAt,
    @Schema(description = "Since when it is suspended") @Nullable Instant suspendedAt,
    @Schema(description = "When it is erased, if it is deleted") @Nullable Instant purgeAt) {
  static OperatedTenantView of(Listed one) {
    return new OperatedTenantView(
        one.id(),
        one.name(),
        one.state().toString(),
        one.plan(),
        one.k(),
        one.used(),
        one.unpaid(),
        one.barred().orElse(null),
        one.createdAt(),
        one.suspendedAt().orElse(null),
        one.purgeAt().orElse(null));
  }
}
