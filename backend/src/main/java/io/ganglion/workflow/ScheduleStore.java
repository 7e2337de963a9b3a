package io.ganglion.workflow;

import io.ganglion.db.Statement;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.Uuid7;
import io.ganglion.kernel.WorkflowId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The API's statements on schedules; the engine's are in {@link DueSchedules}. */
@ApplicationScoped
class ScheduleStore {
  private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))";
  private static final String DROP =
      "DELETE FROM schedule WHERE tenant_id = ? AND namespace = ? AND name = ? RETURNING paused";

  /** Events that are stored already are none of its concern. */
  private static final String INSERT =
      """
      INSERT INTO schedule (tenant_id, id, namespace, name, workflow_id, paused, kind, after_ms, after_seq)
      SELECT ?, ?, ?, ?, ?, ?, ?, ?::bigint, coalesce((SELECT last_seq FROM bus WHERE tenant_id = ?), 0)
      """;

  private static final String FILTER =
      """
      INSERT INTO schedule_filter (tenant_id, schedule_id, ordinal, type, source)
      SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::int[], ?::text[], ?::text[])
      """;
  private static final String DUE =
      """
      INSERT INTO schedule_due (tenant_id, schedule_id, due_at) VALUES (?, ?, ?)
      ON CONFLICT (tenant_id, schedule_id) DO UPDATE SET due_at = excluded.due_at
      """;
  private static final String FIND =
      """
      SELECT s.*, d.due_at FROM schedule s
      LEFT JOIN schedule_due d ON d.tenant_id = s.tenant_id AND d.schedule_id = s.id
      WHERE s.tenant_id = ? AND s.namespace = ? AND s.name = ?
      """;
  private static final String PAUSE =
      """
      WITH paused AS (
        UPDATE schedule SET paused = true WHERE tenant_id = ? AND namespace = ? AND name = ? RETURNING tenant_id, id)
      DELETE FROM schedule_due d USING paused p WHERE d.tenant_id = p.tenant_id AND d.schedule_id = p.id
      """;

  /** What happened on the bus meanwhile is passed over. */
  private static final String RESUME =
      """
      UPDATE schedule s SET paused = false,
        after_seq = greatest(after_seq, coalesce((SELECT last_seq FROM bus b WHERE b.tenant_id = s.tenant_id), 0))
      WHERE tenant_id = ? AND namespace = ? AND name = ? AND paused RETURNING id, kind
      """;

  /** Puts a version's schedule in the place of the one before. */
  void replace(
      Connection connection,
      TenantId tenant,
      WorkflowId workflow,
      Definition definition,
      Instant now)
      throws SQLException {
    boolean paused = drop(connection, tenant, definition);
    for (var schedule : definition.schedules()) {
      insert(connection, tenant, workflow, definition, schedule, paused, now);
    }
  }

  private static void insert(
      Connection connection,
      TenantId tenant,
      WorkflowId workflow,
      Definition definition,
      Schedule schedule,
      boolean paused,
      Instant now)
      throws SQLException {
    var id = Uuid7.next();
    try (var insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, tenant.uuid());
      insert.setObject(2, id);
      insert.setString(3, definition.namespace());
      insert.setString(4, definition.name());
      insert.setObject(5, workflow.uuid());
      insert.setBoolean(6, paused);
      insert.setString(7, schedule.kind());
      insert.setObject(
          8, schedule instanceof Schedule.After after ? after.delay().toMillis() : null);
      insert.setObject(9, tenant.uuid());
      insert.executeUpdate();
    }
    if (schedule instanceof Schedule.On on) {
      listen(connection, tenant, id, on.events());
    }
    var first = schedule.first(now);
    if (first.isPresent() && !paused) {
      due(connection, tenant, id, first.get());
    }
  }

  /** Whether there was one that was paused. */
  private static boolean drop(Connection connection, TenantId tenant, Definition definition)
      throws SQLException {
    try (var delete = connection.prepareStatement(DROP)) {
      delete.setObject(1, tenant.uuid());
      delete.setString(2, definition.namespace());
      delete.setString(3, definition.name());
      boolean paused = false;
      try (var row = delete.executeQuery()) {
        while (row.next()) {
          paused |= row.getBoolean(1);
        }
      }
      return paused;
    }
  }

  /** One decision at a time about a name's schedule, to the end of the transaction. */
  static void lock(Connection connection, TenantId tenant, String namespace, String name)
      throws SQLException {
    try (var lock = connection.prepareStatement(LOCK)) {
      lock.setString(1, "schedule %s %s/%s".formatted(tenant, namespace, name));
      lock.execute();
    }
  }

  private static void listen(Connection connection, TenantId tenant, UUID id, Consumption events)
      throws SQLException {
    var gathered = new ArrayList<EventFilter>();
    gather(events, gathered);
    if (events.filters().isEmpty()) {
      gathered.add(new EventFilter(Map.of(), Optional.empty(), List.of()));
    }
    var filters = gathered.stream().distinct().toList();
    Statement.plain(
            FILTER,
            parameters ->
                parameters
                    .over(filters)
                    .with("uuid", filter -> tenant.uuid())
                    .with("uuid", filter -> id)
                    .with("int4", filters::indexOf)
                    .with("text", filter -> filter.known("type"))
                    .with("text", filter -> filter.known("source")))
        .write(connection);
  }

  private static void gather(Consumption events, List<EventFilter> filters) {
    filters.addAll(events.filters());
    if (events instanceof Consumption.Any(var any, Consumption.Until.Consumed(var until))) {
      gather(until, filters);
    }
  }

  private static void due(Connection connection, TenantId tenant, UUID id, Instant at)
      throws SQLException {
    try (var upsert = connection.prepareStatement(DUE)) {
      upsert.setObject(1, tenant.uuid());
      upsert.setObject(2, id);
      upsert.setObject(3, at.atOffset(ZoneOffset.UTC));
      upsert.executeUpdate();
    }
  }

  Optional<ScheduleState> find(Connection connection, TenantId tenant, WorkflowVersion workflow)
      throws SQLException {
    try (var select = connection.prepareStatement(FIND)) {
      bind(select, tenant, workflow);
      var states = new ArrayList<ScheduleState>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          states.add(state(row));
        }
      }
      return states.stream().reduce(ScheduleState::and);
    }
  }

  void pause(Connection connection, TenantId tenant, WorkflowVersion workflow) throws SQLException {
    try (var update = connection.prepareStatement(PAUSE)) {
      bind(update, tenant, workflow);
      update.executeUpdate();
    }
  }

  /** Goes on from now with each of them. */
  void resume(
      Connection connection,
      TenantId tenant,
      WorkflowVersion workflow,
      List<Schedule> schedules,
      Instant now)
      throws SQLException {
    try (var update = connection.prepareStatement(RESUME)) {
      bind(update, tenant, workflow);
      try (var row = update.executeQuery()) {
        while (row.next()) {
          var kind = row.getString("kind");
          var next =
              schedules.stream()
                  .filter(one -> one.kind().equals(kind))
                  .findFirst()
                  .flatMap(one -> one.first(now));
          if (next.isPresent()) {
            due(connection, tenant, row.getObject("id", UUID.class), next.get());
          }
        }
      }
    }
  }

  private static void bind(
      java.sql.PreparedStatement statement, TenantId tenant, WorkflowVersion workflow)
      throws SQLException {
    statement.setObject(1, tenant.uuid());
    statement.setString(2, workflow.namespace());
    statement.setString(3, workflow.name());
  }

  private static ScheduleState state(ResultSet row) throws SQLException {
    return new ScheduleState(
        new WorkflowId(row.getObject("workflow_id", UUID.class)),
        row.getBoolean("paused"),
        instant(row.getTimestamp("due_at")),
        instant(row.getTimestamp("last_due_at")),
        row.getObject("last_run_id", UUID.class),
        row.getLong("started"),
        row.getLong("skipped"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
