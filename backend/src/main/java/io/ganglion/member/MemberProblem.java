package io.ganglion.member;

import io.ganglion.identity.Role;
import io.ganglion.kernel.Problem;
import java.time.Duration;
import java.util.List;

/** What can be refused of members and invitations. */
public final class MemberProblem extends Problem {
  private static final long serialVersionUID = 1;

  private MemberProblem(int status, String code, String title, String detail) {
    super(status, code, title, detail);
  }

  static MemberProblem excess(Role role) {
    return new MemberProblem(
        403,
        "role_excess",
        "Not with your role",
        "Only an owner gives the role %s, changes it or takes it away.".formatted(role.text()));
  }

  static MemberProblem lastOwner() {
    return new MemberProblem(
        409,
        "last_owner",
        "A tenant needs an owner",
        "Make somebody else an owner first (POST /api/v1/members/{id}/transfer), or delete the tenant.");
  }

  static MemberProblem ownerOf(List<String> tenants) {
    return new MemberProblem(
        409,
        "last_owner",
        "A tenant needs an owner",
        "You are the last owner of %s. Make somebody else an owner first (POST /api/v1/members/{id}/transfer), or delete the tenant."
            .formatted(String.join(", ", tenants)));
  }

  static MemberProblem alreadyMember() {
    return new MemberProblem(
        409, "already_member", "They belong to the tenant already", "Change their role instead.");
  }

  static MemberProblem alreadyInvited() {
    return new MemberProblem(
        409,
        "already_invited",
        "They are invited already",
        "Resend or revoke the invitation that is there.");
  }

  static MemberProblem closed(String state) {
    return new MemberProblem(
        409,
        "invitation_closed",
        "The invitation is closed",
        "It is %s; ask for a new one.".formatted(state));
  }

  static MemberProblem tooManyTenants(int most) {
    return new MemberProblem(
        409,
        "too_many_tenants",
        "You own as many tenants as one person may",
        "At most %d; delete one, or ask the operator of this installation.".formatted(most));
  }

  static MemberProblem tooManyInvitations(int most) {
    return new MemberProblem(
        409,
        "too_many_invitations",
        "Too many invitations are open",
        "At most %d at a time; revoke some, or wait until they are answered.".formatted(most));
  }

  static MemberProblem enoughMails() {
    return new MemberProblem(
        409,
        "enough_invitations_today",
        "Enough mails for today",
        "The tenant has invited this person, or people at all, as often as it may within 24 hours. Try again tomorrow.");
  }

  static MemberProblem justSent(Duration pause) {
    return new MemberProblem(
        409,
        "invitation_just_sent",
        "The mail has just gone out",
        "It can be sent again %d minutes after the last time; ask them to look into their spam folder meanwhile."
            .formatted(pause.toMinutes()));
  }

  static MemberProblem person() {
    return new MemberProblem(
        409,
        "person_not_service",
        "This is a person",
        "Invite them (POST /api/v1/invitations): people join if they want to.");
  }

  static MemberProblem notAnOwnerToBe() {
    return new MemberProblem(
        409,
        "service_owner",
        "A program can't own a tenant",
        "Choose a person to be the owner, or another role.");
  }
}
