package io.ganglion.member;

import io.ganglion.db.PersonTx;
import io.ganglion.identity.Person;
import io.ganglion.identity.Role;
import io.ganglion.kernel.PersonId;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** People as they see themselves: where they belong and what they are invited to. */
@ApplicationScoped
public class People {
  private static final String MEMBERSHIPS =
      """
      SELECT m.tenant_id, t.name, m.role, m.kind, t.purge_at, t.suspended_at IS NOT NULL,
        EXISTS (SELECT FROM tenant_move v WHERE v.tenant_id = m.tenant_id) FROM member m JOIN tenant t ON t.id = m.tenant_id
      WHERE m.person_id = ? ORDER BY m.joined_at, m.tenant_id LIMIT 1000
      """;
  private static final String SEEN =
      """
      INSERT INTO person (id, issuer, subject, email, email_verified, name, created_at, seen_at)
      VALUES (?, ?, ?, ?, ?, ?, now(), now())
      ON CONFLICT (id) DO UPDATE SET email = excluded.email, email_verified = excluded.email_verified,
        name = excluded.name, seen_at = excluded.seen_at
      WHERE (person.email, person.email_verified, person.name)
          IS DISTINCT FROM (excluded.email, excluded.email_verified, excluded.name)
        OR person.seen_at < excluded.seen_at - interval '1 hour'
      """;
  private static final String KNOWN =
      """
      UPDATE member SET email = ?, name = ?
      WHERE person_id = ? AND kind = 'person' AND (email, name) IS DISTINCT FROM (?, ?)
      """;

  private static final String ONE =
      "SELECT issuer, subject, email, email_verified, name FROM person WHERE id = ?";

  private final PersonTx tx;

  People(PersonTx tx) {
    this.tx = tx;
  }

  /**
   * @param memberships in the order they joined
   * @param invitations open ones to the person's verified address
   */
  public record Standing(List<Membership> memberships, List<Invitation> invitations) {
    public Standing {
      memberships = List.copyOf(memberships);
      invitations = List.copyOf(invitations);
    }
  }

  /** Where they belong, asked by each request: who was taken out is out at once. */
  public List<Membership> memberships(Person person) {
    return tx.call(
        person.id(), person.verifiedEmail(), connection -> memberships(connection, person));
  }

  /** Keeps what the provider says of them now, and tells where they stand. */
  public Standing greet(Person person) {
    return tx.call(
        person.id(),
        person.verifiedEmail(),
        connection -> {
          keep(connection, person);
          var invitations =
              person.verifiedEmail().isEmpty()
                  ? List.<Invitation>of()
                  : InvitationStore.open(connection, person.verifiedEmail().get());
          return new Standing(memberships(connection, person), invitations);
        });
  }

  /** As the provider named them last; empty where they have never come. */
  public Optional<Person> known(PersonId id) {
    return tx.call(
        id,
        Optional.empty(),
        connection -> {
          try (var select = connection.prepareStatement(ONE)) {
            select.setObject(1, id.uuid());
            try (var row = select.executeQuery()) {
              return row.next()
                  ? Optional.of(
                      new Person(
                          row.getString(1),
                          row.getString(2),
                          Optional.ofNullable(row.getString(3)),
                          row.getBoolean(4),
                          Optional.ofNullable(row.getString(5))))
                  : Optional.empty();
            }
          }
        });
  }

  private static void keep(Connection connection, Person person) throws SQLException {
    var email = person.email().orElse(null);
    var name = person.name().orElse(null);
    try (var seen = connection.prepareStatement(SEEN);
        var known = connection.prepareStatement(KNOWN)) {
      seen.setObject(1, person.id().uuid());
      seen.setString(2, person.issuer());
      seen.setString(3, person.subject());
      seen.setString(4, email);
      seen.setBoolean(5, person.emailVerified());
      seen.setString(6, name);
      if (seen.executeUpdate() == 0) {
        return; // nothing is new
      }
      known.setString(1, email);
      known.setString(2, name);
      known.setObject(3, person.id().uuid());
      known.setString(4, email);
      known.setString(5, name);
      known.executeUpdate();
    }
  }

  private static List<Membership> memberships(Connection connection, Person person)
      throws SQLException {
    try (var select = connection.prepareStatement(MEMBERSHIPS)) {
      select.setObject(1, person.id().uuid());
      try (var rows = select.executeQuery()) {
        var found = new ArrayList<Membership>();
        while (rows.next()) {
          found.add(
              new Membership(
                  new TenantId(rows.getObject(1, UUID.class)),
                  rows.getString(2),
                  Role.of(rows.getString(3)),
                  rows.getString(4).equals("service"),
                  Optional.ofNullable(rows.getTimestamp(5)).map(java.sql.Timestamp::toInstant),
                  rows.getBoolean(6),
                  rows.getBoolean(7)));
        }
        return found;
      }
    }
  }
}
