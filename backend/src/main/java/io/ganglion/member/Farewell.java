package io.ganglion.member;

import io.ganglion.background.Errands;
import io.ganglion.db.PersonTx;
import io.ganglion.identity.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Erases a person at their own wish: they leave every tenant, each in its own commit, and then
 * nothing is left that names them. It may fail half-way, and be asked for again.
 */
@ApplicationScoped
public class Farewell {
  private static final String ERASE = "SELECT ganglion_erase_person()";

  /** More than these are told of when those are left. */
  private static final int TOLD = 10;

  private final People people;
  private final Members members;
  private final PersonTx tx;
  private final Errands errands;

  Farewell(People people, Members members, PersonTx tx, Errands errands) {
    this.people = people;
    this.members = members;
    this.tx = tx;
    this.errands = errands;
  }

  /**
   * Their memberships with what they chose to be told, what they are invited to at their verified
   * address, and the row that names them. Their account at the identity provider goes after it,
   * where that is ours.
   *
   * @throws MemberProblem if a tenant would be left without an owner; nothing is done then
   * @throws io.ganglion.db.TenantAway if one is being moved: those before it are left
   */
  public void erase(Person person) {
    List<Membership> some = people.memberships(person);
    refuseLastOwner(person, some);
    while (!some.isEmpty()) {
      some.forEach(one -> members.erase(one.tenant(), person.id()));
      some = people.memberships(person);
    }
    tx.call(
        person.id(),
        person.verifiedEmail(),
        connection -> {
          erase(connection);
          errands.ask(AccountErasure.NAME, AccountErasure.subject(person), Instant.now());
          return true;
        });
  }

  private void refuseLastOwner(Person person, List<Membership> memberships) {
    var alone =
        memberships.stream()
            .filter(one -> one.purgeAt().isEmpty() && members.lastOwner(one.tenant(), person.id()))
            .map(Membership::tenantName)
            .limit(TOLD)
            .toList();
    if (!alone.isEmpty()) {
      throw MemberProblem.ownerOf(alone);
    }
  }

  private static void erase(Connection connection) throws SQLException {
    try (var erase = connection.prepareStatement(ERASE)) {
      erase.execute();
    }
  }
}
