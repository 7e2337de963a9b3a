package io.ganglion.api.member;

import io.ganglion.kernel.InvitationId;
import io.ganglion.member.Invitation;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody who is asked to join. */
@Schema(name = "Invitation")
public record InvitationView(
    @Schema(implementation = String.class, examples = "ivt_01h2xcejqtf2nbrexx3vqjhp41")
        InvitationId id,
    @Schema(examples = "bob@example.com") String email,
    @Schema(
            enumeration = {"owner", "admin", "operator", "approver", "viewer"},
            examples = "viewer")
        String role,
    @Schema(
            enumeration = {"pending", "accepted", "declined", "revoked", "expired"},
            examples = "pending")
        String state,
    @Schema(description = "Who asked", examples = "ann@example.com") String invitedBy,
    Instant createdAt,
    @Schema(description = "It can't be accepted from then on") Instant expiresAt,
    @Schema(description = "When the mail server last took the mail") @Nullable Instant sentAt,
    @Nullable Instant decidedAt) {
  static InvitationView of(Invitation invitation) {
    return new InvitationView(
        invitation.id(),
        invitation.email(),
        invitation.role().text(),
        invitation.stateAt(Instant.now()).text(),
        invitation.invitedBy(),
        invitation.createdAt(),
        invitation.expiresAt(),
        invitation.sentAt().orElse(null),
        invitation.decidedAt().orElse(null));
  }
}
