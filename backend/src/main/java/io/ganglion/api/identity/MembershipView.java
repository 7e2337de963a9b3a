package io.ganglion.api.identity;

import io.ganglion.kernel.TenantId;
import io.ganglion.member.Membership;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant that somebody belongs to. */
@Schema(name = "Membership")
public record MembershipView(
    @Schema(implementation = String.class, examples = "ten_01h2xcejqtf2nbrexx3vqjhp41")
        TenantId tenant,
    @Schema(description = "The tenant's name", examples = "Acme Research") String name,
    @Schema(examples = "operator") String role) {
  static MembershipView of(Membership membership) {
    return new MembershipView(
        membership.tenant(), membership.tenantName(), membership.role().text());
  }
}
