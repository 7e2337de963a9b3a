package io.ganglion.member;

import io.ganglion.identity.Role;
import io.ganglion.kernel.InvitationId;
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
import org.jspecify.annotations.Nullable;

/** Rows of invitations; called inside a tenant's transaction, or the invited person's. */
final class InvitationStore {
  private static final String COLUMNS =
      """
      SELECT tenant_id, id, tenant_name, email, role, state, invited_by, created_at, expires_at, sent_at, decided_at, version
      FROM invitation
      """;

  private InvitationStore() {}

  /** What waits for an address, of all tenants; in that person's own transaction. */
  static List<Invitation> open(Connection connection, String email) throws SQLException {
    try (var select =
        connection.prepareStatement(
            COLUMNS
                + "WHERE email = ? AND state = 'pending' AND expires_at > now() ORDER BY id LIMIT 100")) {
      select.setString(1, email);
      return read(select.executeQuery());
    }
  }

  /** Of the person's address alone: the policy sees to that. */
  static Optional<Invitation> toAddress(Connection connection, String email, InvitationId id)
      throws SQLException {
    try (var select = connection.prepareStatement(COLUMNS + "WHERE email = ? AND id = ?")) {
      select.setString(1, email);
      select.setObject(2, id.uuid());
      return read(select.executeQuery()).stream().findFirst();
    }
  }

  /** Newest first. */
  static List<Invitation> before(
      Connection connection, TenantId tenant, Optional<InvitationId> last, int limit)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            COLUMNS
                + "WHERE tenant_id = ? AND (?::uuid IS NULL OR id < ?) ORDER BY id DESC LIMIT ?")) {
      var before = last.map(InvitationId::uuid).orElse(null);
      select.setObject(1, tenant.uuid());
      select.setObject(2, before);
      select.setObject(3, before);
      select.setInt(4, limit);
      return read(select.executeQuery());
    }
  }

  static Optional<Invitation> find(Connection connection, TenantId tenant, InvitationId id)
      throws SQLException {
    return one(connection, COLUMNS + "WHERE tenant_id = ? AND id = ?", tenant, id);
  }

  static Optional<Invitation> locked(Connection connection, TenantId tenant, InvitationId id)
      throws SQLException {
    return one(connection, COLUMNS + "WHERE tenant_id = ? AND id = ? FOR UPDATE", tenant, id);
  }

  /** Open ones of a tenant, and whether one of them is to that address. */
  record Open(long count, boolean toAddress, boolean member) {}

  static Open open(Connection connection, TenantId tenant, String email) throws SQLException {
    try (var select =
        connection.prepareStatement(
            """
            SELECT count(*), count(*) FILTER (WHERE email = ?) > 0,
              EXISTS (SELECT FROM member WHERE tenant_id = ? AND kind = 'person' AND email = ?)
            FROM invitation WHERE tenant_id = ? AND state = 'pending' AND expires_at > now()
            """)) {
      select.setString(1, email);
      select.setObject(2, tenant.uuid());
      select.setString(3, email);
      select.setObject(4, tenant.uuid());
      try (var rows = select.executeQuery()) {
        rows.next();
        return new Open(rows.getLong(1), rows.getBoolean(2), rows.getBoolean(3));
      }
    }
  }

  /** How many were made since a time, closed ones too, and how many of them to that address. */
  record Made(long count, long toAddress) {}

  static Made since(Connection connection, TenantId tenant, String email, Instant time)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            """
            SELECT count(*), count(*) FILTER (WHERE email = ?)
            FROM invitation WHERE tenant_id = ? AND created_at > ?
            """)) {
      select.setString(1, email);
      select.setObject(2, tenant.uuid());
      select.setTimestamp(3, Timestamp.from(time));
      try (var rows = select.executeQuery()) {
        rows.next();
        return new Made(rows.getLong(1), rows.getLong(2));
      }
    }
  }

  /** Whatever was pending for the address and is over gives way. */
  static void insert(Connection connection, Invitation made) throws SQLException {
    try (var over =
            connection.prepareStatement(
                """
                UPDATE invitation SET state = 'revoked', decided_at = now(), version = version + 1
                WHERE tenant_id = ? AND email = ? AND state = 'pending' AND expires_at <= now()
                """);
        var insert =
            connection.prepareStatement(
                """
                INSERT INTO invitation (tenant_id, id, tenant_name, email, role, state, invited_by, created_at, expires_at)
                VALUES (?, ?, ?, ?, ?, 'pending', ?, ?, ?)
                """)) {
      over.setObject(1, made.tenant().uuid());
      over.setString(2, made.email());
      over.executeUpdate();
      insert.setObject(1, made.tenant().uuid());
      insert.setObject(2, made.id().uuid());
      insert.setString(3, made.tenantName());
      insert.setString(4, made.email());
      insert.setString(5, made.role().text());
      insert.setString(6, made.invitedBy());
      insert.setTimestamp(7, Timestamp.from(made.createdAt()));
      insert.setTimestamp(8, Timestamp.from(made.expiresAt()));
      insert.executeUpdate();
    }
  }

  static void decide(
      Connection connection, Invitation invitation, Invitation.State state, Instant now)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            UPDATE invitation SET state = ?, decided_at = ?, version = version + 1 WHERE tenant_id = ? AND id = ?
            """)) {
      update.setString(1, state.text());
      update.setTimestamp(2, Timestamp.from(now));
      update.setObject(3, invitation.tenant().uuid());
      update.setObject(4, invitation.id().uuid());
      update.executeUpdate();
    }
  }

  static void prolong(Connection connection, Invitation invitation, Instant expires)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            "UPDATE invitation SET expires_at = ?, version = version + 1 WHERE tenant_id = ? AND id = ?")) {
      update.setTimestamp(1, Timestamp.from(expires));
      update.setObject(2, invitation.tenant().uuid());
      update.setObject(3, invitation.id().uuid());
      update.executeUpdate();
    }
  }

  static void sent(Connection connection, TenantId tenant, InvitationId id) throws SQLException {
    try (var update =
        connection.prepareStatement(
            "UPDATE invitation SET sent_at = now() WHERE tenant_id = ? AND id = ?")) {
      update.setObject(1, tenant.uuid());
      update.setObject(2, id.uuid());
      update.executeUpdate();
    }
  }

  private static Optional<Invitation> one(
      Connection connection, String sql, TenantId tenant, InvitationId id) throws SQLException {
    try (var select = connection.prepareStatement(sql)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, id.uuid());
      return read(select.executeQuery()).stream().findFirst();
    }
  }

  private static List<Invitation> read(ResultSet rows) throws SQLException {
    try (rows) {
      var found = new ArrayList<Invitation>();
      while (rows.next()) {
        found.add(
            new Invitation(
                new TenantId(rows.getObject("tenant_id", UUID.class)),
                new InvitationId(rows.getObject("id", UUID.class)),
                rows.getString("tenant_name"),
                rows.getString("email"),
                Role.of(rows.getString("role")),
                Invitation.State.of(rows.getString("state")),
                rows.getString("invited_by"),
                rows.getTimestamp("created_at").toInstant(),
                rows.getTimestamp("expires_at").toInstant(),
                time(rows.getTimestamp("sent_at")),
                time(rows.getTimestamp("decided_at")),
                rows.getLong("version")));
      }
      return found;
    }
  }

  private static Optional<Instant> time(@Nullable Timestamp at) {
    return Optional.ofNullable(at).map(Timestamp::toInstant);
  }
}
