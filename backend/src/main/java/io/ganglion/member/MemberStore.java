package io.ganglion.member;

import io.ganglion.identity.Person;
import io.ganglion.identity.Role;
import io.ganglion.kernel.PersonId;
import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows of members; called inside a tenant's transaction. */
final class MemberStore {
  private static final String COLUMNS =
      "SELECT person_id, kind, role, email, name, version, joined_at FROM member WHERE tenant_id = ? ";

  private MemberStore() {}

  /** By the time they joined, then by identifier. */
  static List<Member> after(
      Connection connection, TenantId tenant, Optional<Member> last, int limit)
      throws SQLException {
    var sql =
        COLUMNS
            + (last.isPresent() ? "AND (joined_at, person_id) > (?, ?) " : "")
            + "ORDER BY joined_at, person_id LIMIT ?";
    try (var select = connection.prepareStatement(sql)) {
      int at = 0;
      select.setObject(++at, tenant.uuid());
      if (last.isPresent()) {
        select.setTimestamp(++at, Timestamp.from(last.get().joinedAt()));
        select.setObject(++at, last.get().id().uuid());
      }
      select.setInt(++at, limit);
      return read(select.executeQuery());
    }
  }

  /** In the order they joined. */
  static List<Member> inCharge(Connection connection, TenantId tenant) throws SQLException {
    try (var select =
        connection.prepareStatement(
            COLUMNS
                + "AND role IN ('owner', 'admin') AND kind = 'person' AND email IS NOT NULL ORDER BY joined_at, person_id")) {
      select.setObject(1, tenant.uuid());
      return read(select.executeQuery());
    }
  }

  static Optional<Member> find(Connection connection, TenantId tenant, PersonId person)
      throws SQLException {
    return one(connection, COLUMNS + "AND person_id = ?", tenant, person);
  }

  /** With its row locked, and the tenant's owners, so that two of them can't both leave. */
  static Optional<Member> locked(Connection connection, TenantId tenant, PersonId person)
      throws SQLException {
    try (var owners =
        connection.prepareStatement(
            "SELECT 1 FROM member WHERE tenant_id = ? AND role = 'owner' ORDER BY person_id FOR UPDATE")) {
      owners.setObject(1, tenant.uuid());
      owners.execute();
    }
    return one(connection, COLUMNS + "AND person_id = ? FOR UPDATE", tenant, person);
  }

  static long owners(Connection connection, TenantId tenant) throws SQLException {
    try (var count =
        connection.prepareStatement(
            "SELECT count(*) FROM member WHERE tenant_id = ? AND role = 'owner'")) {
      count.setObject(1, tenant.uuid());
      try (var rows = count.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  /** Whether it was not there. */
  static boolean insert(
      Connection connection,
      TenantId tenant,
      Person person,
      boolean service,
      Role role,
      Instant now)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            INSERT INTO member (tenant_id, person_id, kind, role, email, name, joined_at)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """)) {
      insert.setObject(1, tenant.uuid());
      insert.setObject(2, person.id().uuid());
      insert.setString(3, service ? "service" : "person");
      insert.setString(4, role.text());
      insert.setString(5, person.email().orElse(null));
      insert.setString(6, person.name().orElse(null));
      insert.setTimestamp(7, Timestamp.from(now));
      return insert.executeUpdate() == 1;
    }
  }

  static void setRole(Connection connection, TenantId tenant, PersonId person, Role role)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            "UPDATE member SET role = ?, version = version + 1 WHERE tenant_id = ? AND person_id = ?")) {
      update.setString(1, role.text());
      update.setObject(2, tenant.uuid());
      update.setObject(3, person.uuid());
      update.executeUpdate();
    }
  }

  static void delete(Connection connection, TenantId tenant, PersonId person) throws SQLException {
    try (var delete =
        connection.prepareStatement("DELETE FROM member WHERE tenant_id = ? AND person_id = ?")) {
      delete.setObject(1, tenant.uuid());
      delete.setObject(2, person.uuid());
      delete.executeUpdate();
    }
  }

  private static Optional<Member> one(
      Connection connection, String sql, TenantId tenant, PersonId person) throws SQLException {
    try (var select = connection.prepareStatement(sql)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, person.uuid());
      return read(select.executeQuery()).stream().findFirst();
    }
  }

  private static List<Member> read(ResultSet rows) throws SQLException {
    try (rows) {
      var members = new ArrayList<Member>();
      while (rows.next()) {
        members.add(
            new Member(
                new PersonId(rows.getObject("person_id", UUID.class)),
                rows.getString("kind").equals("service"),
                Role.of(rows.getString("role")),
                Optional.ofNullable(rows.getString("email")),
                Optional.ofNullable(rows.getString("name")),
                rows.getLong("version"),
                rows.getTimestamp("joined_at").toInstant()));
      }
      return members;
    }
  }
}
