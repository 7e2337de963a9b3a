package io.ganglion.api.member;

import io.ganglion.kernel.PersonId;
import io.ganglion.member.Member;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody who belongs to the tenant. */
@Schema(name = "Member")
public record MemberView(
    @Schema(implementation = String.class, examples = "per_01h2xcejqtf2nbrexx3vqjhp41") PersonId id,
    @Schema(
            enumeration = {"person", "service"},
            examples = "person")
        String kind,
    @Schema(examples = "ann@example.com") @Nullable String email,
    @Schema(examples = "Ann Example") @Nullable String name,
    @Schema(
            enumeration = {"owner", "admin", "operator", "approver", "viewer"},
            examples = "operator")
        String role,
    Instant joinedAt) {
  static MemberView of(Member member) {
    return new MemberView(
        member.id(),
        member.service() ? "service" : "person",
        member.email().orElse(null),
        member.name().orElse(null),
        member.role().text(),
        member.joinedAt());
  }
}
