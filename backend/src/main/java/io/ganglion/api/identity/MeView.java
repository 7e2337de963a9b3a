package io.ganglion.api.identity;

import io.ganglion.identity.Identity;
import io.ganglion.identity.Person;
import io.ganglion.identity.Role;
import io.ganglion.kernel.InvitationId;
import io.ganglion.kernel.PersonId;
import io.ganglion.kernel.TenantId;
import io.ganglion.member.Invitation;
import io.ganglion.member.Membership;
import io.ganglion.member.People;
import io.ganglion.tenant.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who calls. */
@Schema(name = "Me")
public record MeView(
    @Schema(
            enumeration = {"person", "service", "api_key"},
            examples = "api_key")
        String kind,
    @Schema(
            description = "Who acts: the person's or the API key's identifier",
            examples = "key_01h2xcejqtf2nbrexx3vqjhp41")
        String actor,
    @Schema(
            implementation = String.class,
            description = "null: a person who belongs to none, or to several and named none",
            examples = "ten_01h2xcejqtf2nbrexx3vqjhp41")
        @Nullable TenantId tenant,
    @Schema(description = "The tenant's name", examples = "Acme Research")
        @Nullable String tenantName,
    @Schema(
            description = "Of a person or a service account",
            enumeration = {"owner", "admin", "operator", "approver", "viewer"},
            examples = "owner")
        @Nullable String role,
    @Schema(examples = "[\"runs:read\",\"runs:write\"]") List<String> scopes,
    @Nullable PersonView person,
    @Schema(description = "Where a person belongs, in the order they joined")
        List<MembershipView> tenants,
    @Schema(description = "What waits for the person's verified address")
        List<InvitedView> invitations,
    @Schema(description = "Whether the person runs this installation, too", examples = "false")
        boolean operator,
    @Schema(
            description =
                "With a session cookie alone: send it as X-CSRF-Token with whatever changes"
                    + " something",
            examples = "k0Yl…")
        @Nullable String csrfToken) {

  /** A person, as the identity provider names them. */
  @Schema(name = "Person")
  public record PersonView(
      @Schema(implementation = String.class, examples = "per_01h2xcejqtf2nbrexx3vqjhp41")
          PersonId id,
      @Schema(examples = "ann@example.com") @Nullable String email,
      boolean emailVerified,
      @Schema(examples = "Ann Example") @Nullable String name) {}

  /** An invitation, as the invited person sees it. */
  @Schema(name = "Invited")
  public record InvitedView(
      @Schema(implementation = String.class, examples = "ivt_01h2xcejqtf2nbrexx3vqjhp41")
          InvitationId id,
      @Schema(examples = "Acme Research") String tenantName,
      @Schema(examples = "viewer") String role,
      @Schema(examples = "ann@example.com") String invitedBy,
      Instant expiresAt) {
    static InvitedView of(Invitation invitation) {
      return new InvitedView(
          invitation.id(),
          invitation.tenantName(),
          invitation.role().text(),
          invitation.invitedBy(),
          invitation.expiresAt());
    }
  }

  static MeView of(Identity key, Tenant tenant) {
    return new MeView(
        "api_key",
        key.actor(),
        tenant.id(),
        tenant.name(),
        null,
        sorted(key.scopes()),
        null,
        List.of(),
        List.of(),
        false,
        null);
  }

  static MeView of(
      Person person,
      Optional<Membership> current,
      People.Standing standing,
      boolean operator,
      @Nullable String csrfToken) {
    boolean service = standing.memberships().stream().anyMatch(Membership::service);
    return new MeView(
        service ? "service" : "person",
        person.id().toString(),
        current.map(Membership::tenant).orElse(null),
        current.map(Membership::tenantName).orElse(null),
        current.map(Membership::role).map(Role::text).orElse(null),
        current.map(Membership::role).map(role -> sorted(role.scopes())).orElse(List.of()),
        new PersonView(
            person.id(),
            person.email().orElse(null),
            person.emailVerified(),
            person.name().orElse(null)),
        standing.memberships().stream().map(MembershipView::of).toList(),
        standing.invitations().stream().map(InvitedView::of).toList(),
        operator,
        csrfToken);
  }

  private static List<String> sorted(java.util.Collection<String> scopes) {
    return scopes.stream().sorted().toList();
  }
}
