package io.ganglion.billing;

import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.SystemId;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.WorkflowId;
import io.ganglion.ledger.Cuts;
import io.ganglion.ledger.Row;
import io.ganglion.ledger.Union;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is held and not in the ledger yet, as the rows that it will make: for figures that can't
 * wait for the hour's end. Called inside a tenant's transaction.
 */
final class OpenHolds {
  /** Holds that reach past what is sealed. */
  private static final String UNSEALED =
      """
      FROM hold h CROSS JOIN LATERAL (
        SELECT coalesce((SELECT d.sealed_to FROM ledger_head d WHERE d.tenant_id = h.tenant_id), '-infinity') AS at) AS sealed
      WHERE h.tenant_id = ? AND h.opened_at < ? AND (h.closed_at > sealed.at OR h.closed_at IS NULL) AND sealed.at < ?
      """;

  private static final String BEFORE = "SELECT EXISTS (SELECT " + UNSEALED + ")";

  private static final String BETWEEN =
      """
      SELECT h.id, h.run_id, h.system_id, r.agent_id, r.workflow_id, h.connector, h.weight, h.fence, h.zero_rate,
             greatest(h.opened_at, sealed.at, ?) AS opened, least(h.closed_at, ?) AS closed, z.from_at, z.to_at, z.code
      """
          + UNSEALED.replace(
              "FROM hold h CROSS",
              """
              FROM hold h
              LEFT JOIN run r ON r.tenant_id = h.tenant_id AND r.id = coalesce(h.member_id, h.run_id)
              LEFT JOIN hold_zero z ON z.tenant_id = h.tenant_id AND z.hold_id = h.id CROSS""")
          + " AND (h.closed_at > ? OR h.closed_at IS NULL) ORDER BY h.run_id, h.system_id, h.opened_at, h.id, z.from_at";

  private OpenHolds() {}

  /** Whether something was held before an instant that is not sealed. */
  static boolean before(Connection connection, TenantId tenant, Instant until) throws SQLException {
    try (var select = connection.prepareStatement(BEFORE)) {
      unsealed(select, 0, tenant, until);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  static List<Row> between(Connection connection, TenantId tenant, Instant from, Instant to)
      throws SQLException {
    var holds = new LinkedHashMap<UUID, Held>();
    try (var select = connection.prepareStatement(BETWEEN)) {
      select.setTimestamp(1, Timestamp.from(from));
      select.setTimestamp(2, Timestamp.from(to));
      unsealed(select, 2, tenant, to);
      select.setTimestamp(6, Timestamp.from(from));
      try (var row = select.executeQuery()) {
        while (row.next()) {
          read(row, holds);
        }
      }
    }
    var families = new LinkedHashMap<Family, List<Row.Hold>>();
    for (var held : holds.values()) {
      var key = new Family(held.hold.run(), held.hold.system());
      families.computeIfAbsent(key, it -> new ArrayList<>()).addAll(Cuts.of(held.hold, held.zeros));
    }
    var rows = new ArrayList<Row>();
    families.values().forEach(pieces -> rows.addAll(Union.of(pieces)));
    return rows;
  }

  private record Family(String run, String system) {}

  private record Held(Row.Hold hold, List<Cuts.Zero> zeros) {}

  private static void unsealed(PreparedStatement select, int before, TenantId tenant, Instant to)
      throws SQLException {
    select.setObject(before + 1, tenant.uuid());
    select.setTimestamp(before + 2, Timestamp.from(to));
    select.setTimestamp(before + 3, Timestamp.from(to));
  }

  /** A hold comes once for each stretch of it that is not billed. */
  private static void read(ResultSet row, Map<UUID, Held> holds) throws SQLException {
    var opened = SubscriptionStore.instant(row, "opened");
    var closed = SubscriptionStore.instant(row, "closed");
    if (!opened.isBefore(closed)) {
      return;
    }
    var id = row.getObject("id", UUID.class);
    var held = holds.get(id);
    if (held == null) {
      held = new Held(hold(row, opened, closed), new ArrayList<>());
      holds.put(id, held);
    }
    var code = row.getString("code");
    if (code != null) {
      held.zeros.add(
          new Cuts.Zero(
              SubscriptionStore.instant(row, "from_at"),
              SubscriptionStore.instant(row, "to_at"),
              code));
    }
  }

  private static Row.Hold hold(ResultSet row, Instant opened, Instant closed) throws SQLException {
    return new Row.Hold(
        new RunId(row.getObject("run_id", UUID.class)).toString(),
        id(row, "agent_id", AgentId::new),
        id(row, "workflow_id", WorkflowId::new),
        row.getString("connector"),
        new SystemId(row.getObject("system_id", UUID.class)).toString(),
        row.getInt("weight"),
        opened,
        closed,
        Row.Hold.HOUR,
        row.getString("zero_rate"),
        row.getLong("fence"));
  }

  private static @Nullable String id(ResultSet row, String column, Function<UUID, Object> typed)
      throws SQLException {
    var uuid = row.getObject(column, UUID.class);
    return uuid == null ? null : typed.apply(uuid).toString();
  }
}
