package io.ganglion.member;

import io.ganglion.audit.Audit;
import io.ganglion.audit.Change;
import io.ganglion.db.TenantTx;
import io.ganglion.identity.Person;
import io.ganglion.identity.Role;
import io.ganglion.kernel.Changed;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.PersonId;
import io.ganglion.kernel.TenantId;
import io.ganglion.tenant.Tenant;
import io.ganglion.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** A tenant's members, as the tenant sees and changes them. */
@ApplicationScoped
public class Members {
  private final TenantTx tx;
  private final Audit audit;
  private final Tenants tenants;
  private final People people;

  Members(TenantTx tx, Audit audit, Tenants tenants, People people) {
    this.tx = tx;
    this.people = people;
    this.tenants = tenants;
    this.audit = audit;
  }

  /** In the order they joined. */
  public Page<Member> list(TenantId tenant, int limit, Optional<PersonId> after) {
    var found =
        tx.call(
            tenant,
            connection -> {
              Optional<Member> last =
                  after.isEmpty()
                      ? Optional.empty()
                      : MemberStore.find(connection, tenant, after.get());
              return MemberStore.after(connection, tenant, last, limit + 1);
            });
    return Page.of(found, limit, member -> member.id().toString());
  }

  /** Owners and admins with an address: who is told what the tenant has to decide or pay. */
  public List<Member> inCharge(TenantId tenant) {
    return tx.call(tenant, connection -> MemberStore.inCharge(connection, tenant));
  }

  /**
   * @throws NotFound if they don't belong to the tenant
   */
  public Member get(TenantId tenant, PersonId person) {
    return tx.call(tenant, connection -> there(MemberStore.find(connection, tenant, person)));
  }

  /**
   * Lets a program in, which proves by client credentials that it is the provider's account.
   *
   * @param mayGive which roles whoever asks may give and take away
   */
  public Member addService(TenantId tenant, Predicate<Role> mayGive, Person account, Role role) {
    refuseExcess(mayGive, role);
    if (role == Role.OWNER) {
      throw MemberProblem.notAnOwnerToBe();
    }
    if (people.known(account.id()).flatMap(Person::email).isPresent()) {
      throw MemberProblem.person(); // nobody is put into a tenant without being asked
    }
    return tx.call(
        tenant,
        connection -> {
          if (!MemberStore.insert(connection, tenant, account, true, role, now())) {
            throw MemberProblem.alreadyMember();
          }
          var made = there(MemberStore.find(connection, tenant, account.id()));
          var facts = facts(made).put("issuer", account.issuer()).put("subject", account.subject());
          audit.note(connection, tenant, Change.made("member.added", made.id(), facts));
          return made;
        });
  }

  /**
   * @param mayGive which roles whoever asks may give and take away
   * @param expected the version the caller has seen; empty to change whatever is there
   * @throws MemberProblem if that is beyond the asker's role, or would leave no owner
   */
  public Member changeRole(
      TenantId tenant, Predicate<Role> mayGive, PersonId person, Role role, OptionalLong expected) {
    return tx.call(
        tenant,
        connection -> {
          var before = there(MemberStore.locked(connection, tenant, person));
          Changed.check(expected, before.version());
          refuseExcess(mayGive, before.role());
          refuseExcess(mayGive, role);
          if (before.service() && role == Role.OWNER) {
            throw MemberProblem.notAnOwnerToBe();
          }
          if (before.role() == role) {
            return before;
          }
          if (role != Role.OWNER) {
            refuseLastOwner(connection, tenant, before);
          }
          MemberStore.setRole(connection, tenant, person, role);
          var after = there(MemberStore.find(connection, tenant, person));
          audit.note(
              connection,
              tenant,
              Change.of("member.role_changed", person, facts(before), facts(after)));
          return after;
        });
  }

  /**
   * Takes somebody out; they may do nothing more from the next request on.
   *
   * @param mayGive which roles whoever asks may give and take away
   */
  public void remove(TenantId tenant, Predicate<Role> mayGive, PersonId person) {
    tx.run(
        tenant,
        connection -> {
          var member = there(MemberStore.locked(connection, tenant, person));
          refuseExcess(mayGive, member.role());
          takeOut(connection, tenant, member, "member.removed");
        });
  }

  /**
   * @throws MemberProblem if they are the last owner
   */
  public void leave(TenantId tenant, PersonId person) {
    tx.run(
        tenant,
        connection ->
            takeOut(
                connection,
                tenant,
                there(MemberStore.locked(connection, tenant, person)),
                "member.left"));
  }

  /** Whether the tenant would be without an owner if they left. */
  boolean lastOwner(TenantId tenant, PersonId person) {
    return tx.call(
        tenant,
        connection ->
            MemberStore.find(connection, tenant, person)
                    .filter(member -> member.role() == Role.OWNER)
                    .isPresent()
                && MemberStore.owners(connection, tenant) == 1);
  }

  /** Takes somebody out who is erased; of a tenant that is deleted the last owner, too. */
  void erase(TenantId tenant, PersonId person) {
    tx.run(
        tenant,
        connection -> {
          var member = MemberStore.locked(connection, tenant, person);
          if (member.isEmpty()) {
            return; // by another request
          }
          if (tenants.find(tenant).flatMap(Tenant::purgeAt).isEmpty()) {
            refuseLastOwner(connection, tenant, member.get());
          }
          gone(connection, tenant, member.get(), "member.erased");
        });
  }

  /** Makes another member the owner; the one who was becomes an admin. */
  public Member transfer(TenantId tenant, PersonId from, PersonId to) {
    return tx.call(
        tenant,
        connection -> {
          var before = there(MemberStore.locked(connection, tenant, to));
          if (before.service()) {
            throw MemberProblem.notAnOwnerToBe();
          }
          if (from.equals(to)) {
            return before;
          }
          MemberStore.setRole(connection, tenant, to, Role.OWNER);
          MemberStore.setRole(connection, tenant, from, Role.ADMIN);
          var after = there(MemberStore.find(connection, tenant, to));
          audit.note(
              connection,
              tenant,
              Change.of(
                  "tenant.transferred",
                  tenant,
                  Json.object().put("owner", from.toString()),
                  Json.object().put("owner", to.toString())));
          return after;
        });
  }

  private void takeOut(Connection connection, TenantId tenant, Member member, String action)
      throws SQLException {
    refuseLastOwner(connection, tenant, member);
    gone(connection, tenant, member, action);
  }

  private void gone(Connection connection, TenantId tenant, Member member, String action)
      throws SQLException {
    MemberStore.delete(connection, tenant, member.id());
    audit.note(connection, tenant, Change.gone(action, member.id(), facts(member)));
    tenants.mirror(tenant);
  }

  private static void refuseExcess(Predicate<Role> mayGive, Role touched) {
    if (!mayGive.test(touched)) {
      throw MemberProblem.excess(touched);
    }
  }

  private static void refuseLastOwner(Connection connection, TenantId tenant, Member member)
      throws SQLException {
    if (member.role() == Role.OWNER && MemberStore.owners(connection, tenant) == 1) {
      throw MemberProblem.lastOwner();
    }
  }

  private static Member there(Optional<Member> member) {
    return member.orElseThrow(() -> new NotFound("member"));
  }

  /** Without a name or an address: a line of the log stays when its person is erased. */
  static com.fasterxml.jackson.databind.node.ObjectNode facts(Member member) {
    return Json.object()
        .put("kind", member.service() ? "service" : "person")
        .put("role", member.role().text());
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
