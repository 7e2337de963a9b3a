package io.ganglion.member;

import io.ganglion.audit.Audit;
import io.ganglion.audit.Change;
import io.ganglion.background.Errands;
import io.ganglion.db.PersonTx;
import io.ganglion.db.TenantTx;
import io.ganglion.identity.IdentityProblem;
import io.ganglion.identity.Person;
import io.ganglion.identity.Role;
import io.ganglion.kernel.InvitationId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.TenantId;
import io.ganglion.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Asks people to join a tenant, and lets them. */
@ApplicationScoped
public class Invitations {
  private static final Duration DAY = Duration.ofDays(1);

  private final TenantTx tx;
  private final PersonTx own;
  private final People people;
  private final Tenants tenants;
  private final Errands errands;
  private final Audit audit;
  private final MemberConfig config;

  Invitations(
      TenantTx tx,
      PersonTx own,
      People people,
      Tenants tenants,
      Errands errands,
      Audit audit,
      MemberConfig config) {
    this.tx = tx;
    this.own = own;
    this.people = people;
    this.tenants = tenants;
    this.errands = errands;
    this.audit = audit;
    this.config = config;
  }

  /**
   * Asks somebody to join; the mail goes out by itself once this is committed.
   *
   * @param id chosen by the caller; the same call again answers the same invitation
   * @param mayGive which roles whoever asks may give
   * @param inviter who they are, for the invited person
   */
  public Invitation invite(
      TenantId tenant,
      InvitationId id,
      Predicate<Role> mayGive,
      String inviter,
      String email,
      Role role) {
    if (!mayGive.test(role)) {
      throw MemberProblem.excess(role);
    }
    var address = email.toLowerCase(Locale.ROOT);
    return tx.call(
        tenant,
        connection -> {
          var there = InvitationStore.find(connection, tenant, id);
          if (there.isPresent()) {
            return there.get();
          }
          // its row is a lock: two invitations at once can't both be the last that is allowed
          var name = tenants.lockedName(tenant);
          var open = InvitationStore.open(connection, tenant, address);
          if (open.member()) {
            throw MemberProblem.alreadyMember();
          }
          if (open.toAddress()) {
            throw MemberProblem.alreadyInvited();
          }
          if (open.count() >= config.openInvitations()) {
            throw MemberProblem.tooManyInvitations(config.openInvitations());
          }
          var now = now();
          var today = InvitationStore.since(connection, tenant, address, now.minus(DAY));
          if (today.count() >= config.invitationsADay()
              || today.toAddress() >= config.invitationsToAddressADay()) {
            throw MemberProblem.enoughMails();
          }
          var made =
              new Invitation(
                  tenant,
                  id,
                  name,
                  address,
                  role,
                  Invitation.State.PENDING,
                  inviter,
                  now,
                  now.plus(config.invitationLife()),
                  Optional.empty(),
                  Optional.empty(),
                  1);
          InvitationStore.insert(connection, made);
          errands.ask(InvitationMail.NAME, subject(made), now);
          audit.note(connection, tenant, Change.made("invitation.created", id, facts(made)));
          return made;
        });
  }

  /** Newest first, closed ones too. */
  public Page<Invitation> list(TenantId tenant, int limit, Optional<InvitationId> before) {
    var found =
        tx.call(
            tenant, connection -> InvitationStore.before(connection, tenant, before, limit + 1));
    return Page.of(found, limit, invitation -> invitation.id().toString());
  }

  public Invitation get(TenantId tenant, InvitationId id) {
    return tx.call(tenant, connection -> there(InvitationStore.find(connection, tenant, id)));
  }

  /** Sends the mail again and prolongs the invitation, be it over already. */
  public Invitation resend(TenantId tenant, Predicate<Role> mayGive, InvitationId id) {
    return tx.call(
        tenant,
        connection -> {
          var before = there(InvitationStore.locked(connection, tenant, id));
          var now = now();
          refuseUnlessPending(before);
          if (!mayGive.test(before.role())) {
            throw MemberProblem.excess(before.role());
          }
          if (now.isBefore(asked(before).plus(config.resendPause()))) {
            throw MemberProblem.justSent(config.resendPause());
          }
          InvitationStore.prolong(connection, before, now.plus(config.invitationLife()));
          var after = there(InvitationStore.find(connection, tenant, id));
          errands.ask(InvitationMail.NAME, subject(after), now);
          audit.note(
              connection, tenant, Change.of("invitation.resent", id, facts(before), facts(after)));
          return after;
        });
  }

  /** When its mail was asked for last: that is what it lasts from. */
  private Instant asked(Invitation invitation) {
    return invitation.expiresAt().minus(config.invitationLife());
  }

  /** Takes the invitation back; taking it back again changes nothing. */
  public Invitation revoke(TenantId tenant, InvitationId id) {
    return tx.call(
        tenant,
        connection -> {
          var before = there(InvitationStore.locked(connection, tenant, id));
          if (before.state() == Invitation.State.REVOKED) {
            return before;
          }
          refuseUnlessPending(before);
          InvitationStore.decide(connection, before, Invitation.State.REVOKED, now());
          var after = there(InvitationStore.find(connection, tenant, id));
          audit.note(
              connection, tenant, Change.of("invitation.revoked", id, facts(before), facts(after)));
          return after;
        });
  }

  /** The person joins; accepting again changes nothing. */
  public Membership accept(Person person, InvitationId id) {
    var invitation = mine(person, id);
    people.greet(person); // who belongs somewhere can be written to
    return tx.call(
        invitation.tenant(),
        connection -> {
          var before = there(InvitationStore.locked(connection, invitation.tenant(), id));
          if (before.state() != Invitation.State.ACCEPTED) {
            refuseUnlessOpen(before);
            InvitationStore.decide(connection, before, Invitation.State.ACCEPTED, now());
            if (MemberStore.insert(
                connection, before.tenant(), person, false, before.role(), now())) {
              var member = MemberStore.find(connection, before.tenant(), person.id()).orElseThrow();
              audit.note(
                  connection,
                  before.tenant(),
                  Change.made("member.joined", person.id(), Members.facts(member)));
              tenants.mirror(before.tenant());
            }
          }
          var member =
              MemberStore.find(connection, before.tenant(), person.id())
                  .orElseThrow(() -> MemberProblem.closed("accepted, and its member taken out"));
          return new Membership(
              before.tenant(),
              tenants.lockedName(before.tenant()),
              member.role(),
              false,
              Optional.empty(),
              false,
              false);
        });
  }

  /** The person doesn't want to; declining again changes nothing. */
  public void decline(Person person, InvitationId id) {
    var invitation = mine(person, id);
    tx.run(
        invitation.tenant(),
        connection -> {
          var before = there(InvitationStore.locked(connection, invitation.tenant(), id));
          if (before.state() == Invitation.State.DECLINED) {
            return;
          }
          refuseUnlessOpen(before);
          InvitationStore.decide(connection, before, Invitation.State.DECLINED, now());
          var after = there(InvitationStore.find(connection, before.tenant(), id));
          audit.note(
              connection,
              before.tenant(),
              Change.of("invitation.declined", id, facts(before), facts(after)));
        });
  }

  private Invitation mine(Person person, InvitationId id) {
    var address = person.verifiedEmail().orElseThrow(IdentityProblem::unverified);
    return there(
        own.call(
            person.id(),
            person.verifiedEmail(),
            connection -> InvitationStore.toAddress(connection, address, id)));
  }

  /** What the mail is about; anew with each change, since a new mail is a new errand. */
  private static String subject(Invitation invitation) {
    return "%s/%s/%d".formatted(invitation.tenant(), invitation.id(), invitation.version());
  }

  private static void refuseUnlessPending(Invitation invitation) {
    if (invitation.state() != Invitation.State.PENDING) {
      throw MemberProblem.closed(invitation.state().text());
    }
  }

  private static void refuseUnlessOpen(Invitation invitation) {
    var state = invitation.stateAt(now());
    if (state != Invitation.State.PENDING) {
      throw MemberProblem.closed(state.text());
    }
  }

  private static Invitation there(Optional<Invitation> invitation) {
    return invitation.orElseThrow(() -> new NotFound("invitation"));
  }

  private static com.fasterxml.jackson.databind.JsonNode facts(Invitation invitation) {
    return Json.object()
        .put("email", masked(invitation.email()))
        .put("role", invitation.role().text())
        .put("state", invitation.state().text())
        .put("expires_at", invitation.expiresAt().toString());
  }

  /** Its first letter and its domain: a line of the log stays when the person is erased. */
  private static String masked(String email) {
    return email.substring(0, 1) + "…" + email.substring(Math.max(0, email.lastIndexOf('@')));
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
