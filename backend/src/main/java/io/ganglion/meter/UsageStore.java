package io.ganglion.meter;

import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.SystemId;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.WorkflowId;
import io.ganglion.ledger.Usage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows of usage by hour; called inside a tenant's transaction. */
final class UsageStore {
  private static final String INSERT =
      """
      INSERT INTO usage_hour (tenant_id, hour, agent_id, workflow_id, system_id, connector, recorded_ms, billable_ms)
      SELECT ?, n.* FROM unnest(?::text[]::timestamptz[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::bigint[],
                                ?::bigint[]) AS n
      """;

  /** What is not asked for is the same everywhere, so that it adds up. */
  private static final String SUMS =
      """
      SELECT start, agent_id, workflow_id, system_id, connector, sum(recorded_ms) AS recorded_ms, sum(billable_ms) AS billable_ms
      FROM (
        SELECT date_trunc(?, hour, 'UTC') AS start, CASE WHEN ? THEN agent_id ELSE ?::uuid END AS agent_id,
               CASE WHEN ? THEN workflow_id ELSE ?::uuid END AS workflow_id, CASE WHEN ? THEN system_id ELSE ?::uuid END AS system_id,
               CASE WHEN ? THEN connector ELSE '' END AS connector, recorded_ms, billable_ms
        FROM usage_hour WHERE tenant_id = ? AND hour >= ? AND hour < ?) AS u
      WHERE (start, agent_id, workflow_id, system_id, connector) > (?, ?::uuid, ?::uuid, ?::uuid, ?)
      GROUP BY start, agent_id, workflow_id, system_id, connector
      ORDER BY start, agent_id, workflow_id, system_id, connector LIMIT ?
      """;

  /** Nobody and nothing in particular. */
  static final UUID NIL = new UUID(0, 0);

  private UsageStore() {}

  static void insert(Connection connection, TenantId tenant, List<Usage.Hour> hours)
      throws SQLException {
    try (var insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, tenant.uuid());
      int at = 2;
      for (var column : COLUMNS) {
        insert.setArray(
            at++,
            connection.createArrayOf(column.type, hours.stream().map(column.value).toArray()));
      }
      insert.executeUpdate();
    }
  }

  private record Column(String type, Function<Usage.Hour, Object> value) {}

  private static final List<Column> COLUMNS =
      List.of(
          new Column("text", hour -> hour.start().toString()),
          new Column("uuid", hour -> uuid(hour.agent(), text -> AgentId.fromString(text).uuid())),
          new Column(
              "uuid", hour -> uuid(hour.workflow(), text -> WorkflowId.fromString(text).uuid())),
          new Column("uuid", hour -> SystemId.fromString(hour.system()).uuid()),
          new Column("text", Usage.Hour::connector),
          new Column("int8", Usage.Hour::recordedMs),
          new Column("int8", Usage.Hour::billableMs));

  private static UUID uuid(@Nullable String text, Function<String, UUID> read) {
    return text == null ? NIL : read.apply(text);
  }

  /**
   * @param after where the page before ended; the order is by start, agent, workflow, system and
   *     connector
   */
  static List<Usages.Sum> sums(
      Connection connection,
      TenantId tenant,
      Usages.Query query,
      Optional<UsagePlace> after,
      int limit)
      throws SQLException {
    var place = after.orElse(UsagePlace.FIRST);
    try (var select = connection.prepareStatement(SUMS)) {
      int at = 1;
      select.setString(at++, query.step().text());
      for (var by : List.of(Usages.Group.AGENT, Usages.Group.WORKFLOW, Usages.Group.SYSTEM)) {
        select.setBoolean(at++, query.by().contains(by));
        select.setObject(at++, NIL);
      }
      select.setBoolean(at++, query.by().contains(Usages.Group.CONNECTOR));
      select.setObject(at++, tenant.uuid());
      select.setObject(at++, query.from().atOffset(ZoneOffset.UTC));
      select.setObject(at++, query.to().atOffset(ZoneOffset.UTC));
      select.setObject(at++, place.start().atOffset(ZoneOffset.UTC));
      select.setObject(at++, place.agent());
      select.setObject(at++, place.workflow());
      select.setObject(at++, place.system());
      select.setString(at++, place.connector());
      select.setInt(at, limit);
      var sums = new ArrayList<Usages.Sum>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          sums.add(sum(row));
        }
      }
      return sums;
    }
  }

  private static Usages.Sum sum(ResultSet row) throws SQLException {
    var connector = row.getString("connector");
    return new Usages.Sum(
        row.getObject("start", OffsetDateTime.class).toInstant(),
        id(row, "agent_id").map(AgentId::new),
        id(row, "workflow_id").map(WorkflowId::new),
        id(row, "system_id").map(SystemId::new),
        connector.isEmpty() ? Optional.empty() : Optional.of(connector),
        row.getLong("recorded_ms"),
        row.getLong("billable_ms"));
  }

  static Optional<UUID> id(ResultSet row, String column) throws SQLException {
    return Optional.of(row.getObject(column, UUID.class)).filter(uuid -> !uuid.equals(NIL));
  }
}
