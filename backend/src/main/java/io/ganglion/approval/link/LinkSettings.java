package io.ganglion.approval.link;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.audit.Audit;
import io.ganglion.audit.Change;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Changed;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/** What tenants say of links in messages. */
@ApplicationScoped
public class LinkSettings {
  /** Who insists on its own provider would not have people pass it by. */
  private static final String FIND =
      """
      SELECT coalesce(s.mail, NOT coalesce(p.enforced, false)), coalesce(s.slack, false), coalesce(s.version, 0)
      FROM tenant t LEFT JOIN approval_link_setting s ON s.tenant_id = t.id LEFT JOIN sign_in_provider p ON p.tenant_id = t.id
      WHERE t.id = ?
      """;

  private static final String LOCK = "SELECT id FROM tenant WHERE id = ? FOR UPDATE";
  private static final String PUT =
      """
      INSERT INTO approval_link_setting (tenant_id, mail, slack) VALUES (?, ?, ?)
      ON CONFLICT (tenant_id) DO UPDATE SET mail = excluded.mail, slack = excluded.slack,
        version = approval_link_setting.version + 1
      """;

  private final TenantTx tx;
  private final Audit audit;

  LinkSettings(TenantTx tx, Audit audit) {
    this.tx = tx;
    this.audit = audit;
  }

  public LinkSetting get(TenantId tenant) {
    return tx.call(tenant, connection -> find(connection, tenant));
  }

  /**
   * Changes it; what is empty stays.
   *
   * @param expected the version the caller has seen; empty: whatever it is
   */
  public LinkSetting change(
      TenantId tenant, Optional<Boolean> mail, Optional<Boolean> slack, OptionalLong expected) {
    return tx.call(
        tenant,
        connection -> {
          lock(connection, tenant);
          var before = find(connection, tenant);
          Changed.check(expected, before.version());
          try (var put = connection.prepareStatement(PUT)) {
            put.setObject(1, tenant.uuid());
            put.setBoolean(2, mail.orElse(before.mail()));
            put.setBoolean(3, slack.orElse(before.slack()));
            put.executeUpdate();
          }
          var after = find(connection, tenant);
          audit.note(
              connection,
              tenant,
              Change.of("approval_links.changed", tenant, facts(before), facts(after)));
          return after;
        });
  }

  private static void lock(Connection connection, TenantId tenant) throws SQLException {
    try (var select = connection.prepareStatement(LOCK)) {
      select.setObject(1, tenant.uuid());
      select.executeQuery().close();
    }
  }

  static LinkSetting find(Connection connection, TenantId tenant) throws SQLException {
    try (var select = connection.prepareStatement(FIND)) {
      select.setObject(1, tenant.uuid());
      try (var row = select.executeQuery()) {
        return row.next()
            ? new LinkSetting(row.getBoolean(1), row.getBoolean(2), row.getLong(3))
            : new LinkSetting(false, false, 0);
      }
    }
  }

  private static JsonNode facts(LinkSetting setting) {
    return Json.object().put("mail", setting.mail()).put("slack", setting.slack());
  }
}
