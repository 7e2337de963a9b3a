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
  private static final String PAGE =
      """
      SELECT * FROM a2a_task
      WHERE tenant_id = ? AND agent_id = ? AND actor = ?
        AND (?::text IS NULL OR context_id = ?) AND (?::uuid IS NULL OR run_id < ?)
      ORDER BY run_id DESC LIMIT ?
      """;

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
   * Newest first.
   *
   * @param context only of this conversation; empty: all
   * @param before tasks from this one on are left out
   */
  public List<A2aTask> list(
      Owner owner, Optional<String> context, Optional<RunId> before, int limit) {
    return tx.call(owner.tenant, connection -> page(connection, owner, context, before, limit));
  }

  private static List<A2aTask> page(
      Connection connection,
      Owner owner,
      Optional<String> context,
      Optional<RunId> before,
      int limit)
      throws SQLException {
    try (var select = connection.prepareStatement(PAGE)) {
      bind(select, owner);
      select.setString(4, context.orElse(null));
      select.setString(5, context.orElse(null));
      UUID place = before.map(RunId::uuid).orElse(null);
      select.setObject(6, place);
      select.setObject(7, place);
      select.setInt(8, limit);
      return read(select, owner);
    }
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
