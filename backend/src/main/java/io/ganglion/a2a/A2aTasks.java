package io.ganglion.a2a;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who asked which agent for which run. */
@ApplicationScoped
public class A2aTasks {
  private static final String CLAIM =
      """
      INSERT INTO a2a_task (tenant_id, run_id, agent_id, actor, context_id, message_id, skill, message)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?::json) ON CONFLICT DO NOTHING
      """;
  private static final String BY_MESSAGE =
      "SELECT * FROM a2a_task WHERE tenant_id = ? AND agent_id = ? AND actor = ? AND message_id ="
          + " ?";
  private static final String BY_RUN =
      "SELECT * FROM a2a_task WHERE tenant_id = ? AND agent_id = ? AND actor = ? AND run_id = ?";
  private static final String ANYBODYS =
      "SELECT * FROM a2a_task WHERE tenant_id = ? AND run_id = ?";

  private static final String DUE =
      "SELECT EXISTS (SELECT FROM run_queue WHERE tenant_id = ? AND run_id = ? AND due_at <="
          + " now())";

  /** What is wanted of an owner's tasks, the last changed first; counted before the page is cut. */
  private static final String PAGE =
      """
      WITH mine AS (
        SELECT t.*, date_trunc('milliseconds', coalesce(r.ended_at, r.started_at, r.created_at)) AS changed_at
        FROM a2a_task t JOIN run r ON r.tenant_id = t.tenant_id AND r.id = t.run_id
        WHERE t.tenant_id = ? AND t.agent_id = ? AND t.actor = ?
          AND (?::text IS NULL OR t.context_id = ?) AND (?::text IS NULL OR ? = %s)),
      wanted AS (SELECT * FROM mine WHERE ?::timestamptz IS NULL OR changed_at >= ?)
      SELECT w.*, n.total FROM (SELECT count(*) AS total FROM wanted) n LEFT JOIN LATERAL (
        SELECT * FROM wanted WHERE ?::timestamptz IS NULL OR (changed_at, run_id) < (?::timestamptz, ?::uuid)
        ORDER BY changed_at DESC, run_id DESC LIMIT ?) w ON true
      ORDER BY w.changed_at DESC, w.run_id DESC
      """
          .formatted(TaskState.SQL);

  private final TenantTx tx;

  A2aTasks(TenantTx tx) {
    this.tx = tx;
  }

  /** Whose tasks. */
  public record Owner(TenantId tenant, AgentId agent, String actor) {}

  /** The task of a message: this one, unless the message was sent before. */
  public A2aTask claim(A2aTask wanted) {
    return tx.call(
        wanted.tenant(),
        connection -> {
          try (var insert = connection.prepareStatement(CLAIM)) {
            insert.setObject(1, wanted.tenant().uuid());
            insert.setObject(2, wanted.run().uuid());
            insert.setObject(3, wanted.agent().uuid());
            insert.setString(4, wanted.actor());
            insert.setString(5, wanted.context());
            insert.setString(6, wanted.messageId());
            insert.setString(7, wanted.skill());
            insert.setString(8, Json.write(wanted.message()));
            insert.executeUpdate();
          }
          try (var select = connection.prepareStatement(BY_MESSAGE)) {
            var owner = new Owner(wanted.tenant(), wanted.agent(), wanted.actor());
            bind(select, owner);
            select.setString(4, wanted.messageId());
            return read(select, owner).getFirst();
          }
        });
  }

  /**
   * One task.
   *
   * @throws NotFound if there is none of this owner's
   */
  public A2aTask get(Owner owner, RunId run) {
    Optional<A2aTask> found =
        tx.call(
            owner.tenant,
            connection -> {
              try (var select = connection.prepareStatement(BY_RUN)) {
                bind(select, owner);
                select.setObject(4, run.uuid());
                return read(select, owner).stream().findFirst();
              }
            });
    return found.orElseThrow(() -> new NotFound("task"));
  }

  /**
   * One task, whoever asked for it.
   *
   * @throws NotFound if there is none
   */
  public A2aTask of(TenantId tenant, RunId run) {
    Optional<A2aTask> found =
        tx.call(
            tenant,
            connection -> {
              try (var select = connection.prepareStatement(ANYBODYS)) {
                select.setObject(1, tenant.uuid());
                select.setObject(2, run.uuid());
                try (var row = select.executeQuery()) {
                  return row.next() ? Optional.of(task(tenant, row)) : Optional.empty();
                }
              }
            });
    return found.orElseThrow(() -> new NotFound("task"));
  }

  /**
   * Whether a worker has yet to take up what the task's run was told. The commit that stores a
   * message makes a run due that listens for it, and the one that takes it up ends that: once this
   * is false, what is read of the run afterwards is no older than the message.
   */
  public boolean due(A2aTask task) {
    return tx.call(
        task.tenant(),
        connection -> {
          try (var select = connection.prepareStatement(DUE)) {
            select.setObject(1, task.tenant().uuid());
            select.setObject(2, task.run().uuid());
            try (var row = select.executeQuery()) {
              row.next();
              return row.getBoolean(1);
            }
          }
        });
  }

  /**
   * Which of an owner's tasks.
   *
   * @param context only of this conversation; empty: all
   * @param state only those in it; empty: all
   * @param since only those whose state is of then or later; empty: all
   */
  public record Filter(
      Optional<String> context, Optional<TaskState> state, Optional<Instant> since) {}

  /**
   * Behind which task a page begins.
   *
   * @param changed when its state was the last page's last, in milliseconds
   */
  public record Place(Instant changed, RunId run) {}

  /**
   * A page of tasks.
   *
   * @param total how many there are on all pages
   * @param next where the next page begins; empty on the last
   */
  public record Page(List<A2aTask> tasks, long total, Optional<Place> next) {}

  /** The last changed first. */
  public Page list(Owner owner, Filter filter, Optional<Place> after, int limit) {
    return tx.call(owner.tenant, connection -> page(connection, owner, filter, after, limit));
  }

  private static Page page(
      Connection connection, Owner owner, Filter filter, Optional<Place> after, int limit)
      throws SQLException {
    try (var select = connection.prepareStatement(PAGE)) {
      bind(select, owner);
      select.setString(4, filter.context.orElse(null));
      select.setString(5, filter.context.orElse(null));
      var state = filter.state.map(TaskState::name).orElse(null);
      select.setString(6, state);
      select.setString(7, state);
      var since = filter.since.map(A2aTasks::at).orElse(null);
      select.setObject(8, since);
      select.setObject(9, since);
      var changed = after.map(place -> at(place.changed)).orElse(null);
      select.setObject(10, changed);
      select.setObject(11, changed);
      select.setObject(12, after.map(place -> place.run.uuid()).orElse(null));
      select.setInt(13, limit + 1);
      try (var row = select.executeQuery()) {
        return page(owner.tenant, row, limit);
      }
    }
  }

  private static Page page(TenantId tenant, ResultSet row, int limit) throws SQLException {
    var tasks = new ArrayList<A2aTask>();
    long total = 0;
    Place last = null;
    while (row.next()) {
      total = row.getLong("total");
      if (row.getObject("run_id") == null) { // a count of none
        break;
      }
      if (tasks.size() == limit) {
        return new Page(tasks, total, Optional.ofNullable(last));
      }
      var task = task(tenant, row);
      tasks.add(task);
      last = new Place(row.getTimestamp("changed_at").toInstant(), task.run());
    }
    return new Page(tasks, total, Optional.empty());
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static void bind(PreparedStatement select, Owner owner) throws SQLException {
    select.setObject(1, owner.tenant.uuid());
    select.setObject(2, owner.agent.uuid());
    select.setString(3, owner.actor);
  }

  private static List<A2aTask> read(PreparedStatement select, Owner owner) throws SQLException {
    var tasks = new ArrayList<A2aTask>();
    try (var row = select.executeQuery()) {
      while (row.next()) {
        tasks.add(task(owner.tenant, row));
      }
    }
    return tasks;
  }

  private static A2aTask task(TenantId tenant, ResultSet row) throws SQLException {
    return new A2aTask(
        tenant,
        new RunId(row.getObject("run_id", UUID.class)),
        new AgentId(row.getObject("agent_id", UUID.class)),
        row.getString("actor"),
        row.getString("context_id"),
        row.getString("message_id"),
        row.getString("skill"),
        Json.read(row.getString("message")),
        row.getTimestamp("created_at").toInstant());
  }
}
