package io.ganglion.api.identity;

import io.ganglion.kernel.TenantId;
import io.ganglion.member.Membership;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tenant that somebody belongs to. */
@Schema(name = "Membership")
public record MembershipView(
    @Schema(implementation = String.class, examples = "ten_01h2xcejqtf2nbrexx3vqjhp41")
        TenantId tenant,
    @Schema(description = "The tenant's name", examples = "Acme Research") String name,
    @Schema(examples = "operator") String role,
    @Schema(description = "When it is erased, if it is deleted") @Nullable Instant purgeAt,
    @Schema(
            description = "Whether an invoice is long overdue: it starts nothing until it is paid",
            examples = "false")
        boolean suspended) {
  static MembershipView of(Membership membership) {
    return new MembershipView(
        membership.tenant(),
        membership.tenantName(),
        membership.role().text(),
        membership.purgeAt().orElse(null),
        membership.suspended());
  }
}
