package io.ganglion.approval.link;

import io.ganglion.approval.ApprovalState;
import io.ganglion.kernel.ApprovalId;
import io.ganglion.kernel.LinkId;
import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements on links. */
final class LinkStore {
  private static final String COLUMNS =
      "l.id, l.approval_id, l.actor, l.channel, l.sent_to, l.created_at, l.expires_at, l.verdict";

  private static final String INSERT =
      """
      INSERT INTO approval_link (tenant_id, id, approval_id, actor, channel, sent_to, message_id, created_at, expires_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """;

  /** A deleted tenant's links open nothing. */
  private static final String FIND =
      "SELECT "
          + COLUMNS
          + " FROM approval_link l JOIN tenant t ON t.id = l.tenant_id AND t.deleted_at IS NULL"
          + " WHERE l.tenant_id = ? AND l.id = ?";

  private static final String SENT =
      "SELECT "
          + COLUMNS
          + " FROM approval_link l WHERE l.tenant_id = ? AND l.approval_id = ? AND l.message_id = ?";
  private static final String COUNT =
      "SELECT count(*) FROM approval_link WHERE tenant_id = ? AND approval_id = ?";
  private static final String USE =
      """
      UPDATE approval_link SET used_at = now(), verdict = ?
      WHERE tenant_id = ? AND id = ? AND used_at IS NULL
      """;

  private LinkStore() {}

  /**
   * @param message of the notification that brings it; null: none does
   * @return false if it is there already
   */
  static boolean insert(Connection connection, Link link, @Nullable UUID message)
      throws SQLException {
    try (var insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, link.tenant().uuid());
      insert.setObject(2, link.id().uuid());
      insert.setObject(3, link.approval().uuid());
      insert.setString(4, link.actor());
      insert.setString(5, link.channel().text());
      insert.setString(6, link.sentTo());
      insert.setObject(7, message);
      insert.setObject(8, link.createdAt().atOffset(ZoneOffset.UTC));
      insert.setObject(9, link.expiresAt().atOffset(ZoneOffset.UTC));
      return insert.executeUpdate() == 1;
    }
  }

  static Optional<Link> find(Connection connection, TenantId tenant, LinkId id)
      throws SQLException {
    return one(connection, FIND, tenant, id.uuid());
  }

  /** Its row locked to the end of the transaction. */
  static Optional<Link> lock(Connection connection, TenantId tenant, LinkId id)
      throws SQLException {
    return one(connection, FIND + " FOR UPDATE OF l", tenant, id.uuid());
  }

  /** The one that a message brings. */
  static Optional<Link> sent(
      Connection connection, TenantId tenant, ApprovalId approval, UUID message)
      throws SQLException {
    return one(connection, SENT, tenant, approval.uuid(), message);
  }

  static long count(Connection connection, TenantId tenant, ApprovalId approval)
      throws SQLException {
    try (var select = connection.prepareStatement(COUNT)) {
      bind(select, tenant, approval.uuid());
      try (var row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  static void use(Connection connection, TenantId tenant, LinkId id, ApprovalState verdict)
      throws SQLException {
    try (var update = connection.prepareStatement(USE)) {
      update.setString(1, verdict.name());
      update.setObject(2, tenant.uuid());
      update.setObject(3, id.uuid());
      update.executeUpdate();
    }
  }

  private static Optional<Link> one(
      Connection connection, String sql, TenantId tenant, UUID... names) throws SQLException {
    try (var select = connection.prepareStatement(sql)) {
      bind(select, tenant, names);
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(read(row, tenant)) : Optional.empty();
      }
    }
  }

  private static void bind(PreparedStatement statement, TenantId tenant, UUID... names)
      throws SQLException {
    statement.setObject(1, tenant.uuid());
    for (int i = 0; i < names.length; i++) {
      statement.setObject(i + 2, names[i]);
    }
  }

  private static Link read(ResultSet row, TenantId tenant) throws SQLException {
    return new Link(
        tenant,
        new LinkId(row.getObject("id", UUID.class)),
        new ApprovalId(row.getObject("approval_id", UUID.class)),
        row.getString("actor"),
        LinkChannel.of(row.getString("channel")),
        row.getString("sent_to"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getString("verdict")).map(ApprovalState::valueOf));
  }
}
