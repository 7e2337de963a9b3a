package io.ganglion.member;

import io.ganglion.identity.Role;
import io.ganglion.kernel.InvitationId;
import io.ganglion.kernel.TenantId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody who is asked to join a tenant.
 *
 * @param email in lower case; whoever has it, verified, may accept
 * @param invitedBy the inviter, for the invited person
 * @param sentAt when the mail server last took the mail
 */
public record Invitation(
    TenantId tenant,
    InvitationId id,
    String tenantName,
    String email,
    Role role,
    State state,
    String invitedBy,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> sentAt,
    Optional<Instant> decidedAt,
    long version) {

  /** How far it is. */
  public enum State {
    PENDING,
    ACCEPTED,
    DECLINED,
    REVOKED,
    /** Never written: a pending one whose time is over. */
    EXPIRED;

    /** The written form, in lower case. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }
  }

  public State stateAt(Instant now) {
    return state == State.PENDING && !now.isBefore(expiresAt) ? State.EXPIRED : state;
  }
}
