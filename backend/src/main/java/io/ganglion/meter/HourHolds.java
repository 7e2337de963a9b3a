package io.ganglion.meter;

import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.SystemId;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.WorkflowId;
import io.ganglion.ledger.Cuts;
import io.ganglion.ledger.Row;
import io.ganglion.ledger.Union;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows that an hour's holds make: cut to the hour, by their rating, and one for all members of
 * a family on a system. In the order of root runs, systems and time; one family is in memory at
 * once.
 */
final class HourHolds {
  /**
   * An open hold is as one that goes on. OFFSET keeps the planner from joining an hour's holds with
   * all runs of the tenant.
   */
  private static final String HOLDS =
      """
      WITH w AS (SELECT ?::uuid AS tenant, ?::timestamptz AS start, ?::timestamptz AS stop)
      SELECT h.id, h.run_id, h.system_id, r.agent_id, r.workflow_id, h.connector, h.weight, h.fence, h.zero_rate,
             greatest(h.opened_at, w.start) AS opened, least(h.closed_at, w.stop) AS closed,
             CASE WHEN h.closed_at <= w.stop THEN h.close_reason END AS reason,
             z.from_at, z.to_at, z.code
      FROM w
      CROSS JOIN LATERAL (
        SELECT * FROM hold c WHERE c.tenant_id = w.tenant AND c.closed_at > w.start AND c.opened_at < w.stop
        UNION ALL
        SELECT * FROM hold o WHERE o.tenant_id = w.tenant AND o.closed_at IS NULL AND o.opened_at < w.stop) h
      LEFT JOIN LATERAL (
        SELECT r.agent_id, r.workflow_id FROM run r
        WHERE r.tenant_id = h.tenant_id AND r.id = coalesce(h.member_id, h.run_id) OFFSET 0) r ON true
      LEFT JOIN LATERAL (
        SELECT z.from_at, z.to_at, z.code FROM hold_zero z
        WHERE z.tenant_id = h.tenant_id AND z.hold_id = h.id AND z.from_at < w.stop AND z.to_at > w.start OFFSET 0) z ON true
      ORDER BY h.run_id, h.system_id, h.opened_at, h.id, z.from_at
      """;

  /** Rows that are under way from the database at once. */
  private static final int FETCH = 2_000;

  private final Taker taker;
  private final List<Row.Hold> family = new ArrayList<>();
  private @Nullable UUID id;
  private Row.@Nullable Hold hold;
  private final List<Cuts.Zero> zeros = new ArrayList<>();

  private HourHolds(Taker taker) {
    this.taker = taker;
  }

  /** Takes rows one by one. */
  @FunctionalInterface
  interface Taker {
    void take(Row.Hold row) throws SQLException;
  }

  /**
   * @param connection of the tenant's transaction
   * @param hour its beginning
   */
  static void each(Connection connection, TenantId tenant, Instant hour, Taker taker)
      throws SQLException {
    var holds = new HourHolds(taker);
    try (var select = connection.prepareStatement(HOLDS)) {
      select.setFetchSize(FETCH);
      select.setObject(1, tenant.uuid());
      select.setObject(2, hour.atOffset(ZoneOffset.UTC));
      select.setObject(3, hour.plus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC));
      try (var row = select.executeQuery()) {
        while (row.next()) {
          holds.read(row);
        }
      }
    }
    holds.endFamily();
  }

  /** A hold comes once for each stretch of it that is not billed. */
  private void read(ResultSet row) throws SQLException {
    var next = row.getObject("id", UUID.class);
    if (!next.equals(id)) {
      var read = hold(row);
      endHold();
      if (!family.isEmpty() && !together(family.getFirst(), read)) {
        endFamily();
      }
      id = next;
      hold = read;
    }
    var code = row.getString("code");
    if (code != null) {
      zeros.add(new Cuts.Zero(instant(row, "from_at"), instant(row, "to_at"), code));
    }
  }

  private static boolean together(Row.Hold one, Row.Hold other) {
    return one.run().equals(other.run()) && one.system().equals(other.system());
  }

  private void endHold() {
    if (hold != null) {
      family.addAll(Cuts.of(hold, zeros));
    }
    hold = null;
    zeros.clear();
  }

  private void endFamily() throws SQLException {
    endHold();
    for (var row : Union.of(family)) {
      taker.take(row);
    }
    family.clear();
  }

  private static Row.Hold hold(ResultSet row) throws SQLException {
    var reason = row.getString("reason");
    return new Row.Hold(
        new RunId(row.getObject("run_id", UUID.class)).toString(),
        id(row, "agent_id", AgentId::new),
        id(row, "workflow_id", WorkflowId::new),
        row.getString("connector"),
        new SystemId(row.getObject("system_id", UUID.class)).toString(),
        row.getInt("weight"),
        instant(row, "opened"),
        instant(row, "closed"),
        reason == null ? Row.Hold.HOUR : reason,
        row.getString("zero_rate"),
        row.getLong("fence"));
  }

  private static @Nullable String id(ResultSet row, String column, Function<UUID, Object> typed)
      throws SQLException {
    return Optional.ofNullable(row.getObject(column, UUID.class))
        .map(uuid -> typed.apply(uuid).toString())
        .orElse(null);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
