package io.ganglion.agent;

import io.ganglion.audit.Audit;
import io.ganglion.audit.Change;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.Changed;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What other agents may ask of the tenant's agents. */
@ApplicationScoped
public class Skills {
  private static final String LIST =
      "SELECT * FROM agent_skill WHERE tenant_id = ? AND agent_id = ? ORDER BY name";
  private static final String PUT =
      """
      INSERT INTO agent_skill (tenant_id, agent_id, name, workflow, title, description, tags, examples)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (tenant_id, agent_id, name) DO UPDATE
        SET workflow = excluded.workflow, title = excluded.title, description = excluded.description,
            tags = excluded.tags, examples = excluded.examples, updated_at = clock_timestamp()
      """;
  private static final String DELETE =
      "DELETE FROM agent_skill WHERE tenant_id = ? AND agent_id = ? AND name = ?";

  private static final String LOCK =
      "SELECT FROM agent WHERE tenant_id = ? AND id = ? FOR NO KEY UPDATE";

  private final TenantTx tx;
  private final Agents agents;
  private final Audit audit;

  Skills(TenantTx tx, Agents agents, Audit audit) {
    this.tx = tx;
    this.agents = agents;
    this.audit = audit;
  }

  /**
   * All of an agent, by name.
   *
   * @throws NotFound if there is no such agent
   */
  public List<Skill> of(TenantId tenant, AgentId agent) {
    agents.get(tenant, agent);
    return tx.call(tenant, connection -> read(connection, tenant, agent));
  }

  /**
   * One of them.
   *
   * @throws NotFound if there is no such agent or skill
   */
  public Skill get(TenantId tenant, AgentId agent, String name) {
    return find(of(tenant, agent), name).orElseThrow(() -> new NotFound("skill"));
  }

  private static Optional<Skill> find(List<Skill> skills, String name) {
    return skills.stream().filter(skill -> skill.name().equals(name)).findFirst();
  }

  /**
   * Looks whether a skill is as its caller has seen it.
   *
   * @throws NotFound if there is no such agent
   * @throws Changed if another version is there, or none
   */
  public void expect(TenantId tenant, AgentId agent, String name, OptionalLong expected) {
    Changed.check(expected, version(of(tenant, agent), name));
  }

  /**
   * Sets a skill.
   *
   * @param expected the version that is changed; empty: whatever there is
   * @throws NotFound if there is no such agent
   * @throws Changed if another version is there, or none
   */
  public Skill put(TenantId tenant, AgentId agent, Skill skill, OptionalLong expected) {
    agents.get(tenant, agent);
    return tx.call(
        tenant,
        connection -> {
          var before = locked(connection, tenant, agent);
          Changed.check(expected, version(before, skill.name()));
          if (before.size() >= Skill.MOST && find(before, skill.name()).isEmpty()) {
            throw new InvalidRequest(
                "/name", "an agent has at most %d skills".formatted(Skill.MOST));
          }
          try (var insert = connection.prepareStatement(PUT)) {
            insert.setObject(1, tenant.uuid());
            insert.setObject(2, agent.uuid());
            insert.setString(3, skill.name());
            insert.setString(4, skill.workflow());
            insert.setString(5, skill.title());
            insert.setString(6, skill.description());
            insert.setArray(7, connection.createArrayOf("text", skill.tags().toArray()));
            insert.setArray(8, connection.createArrayOf("text", skill.examples().toArray()));
            insert.executeUpdate();
          }
          note(connection, tenant, agent, "agent.skill_set", skill.name());
          return find(read(connection, tenant, agent), skill.name()).orElseThrow();
        });
  }

  /**
   * Takes a skill away; tasks that were asked for go on.
   *
   * @param expected the version that is taken away; empty: whatever there is
   * @throws NotFound if there is no such agent or skill
   * @throws Changed if another version is there
   */
  public void delete(TenantId tenant, AgentId agent, String name, OptionalLong expected) {
    agents.get(tenant, agent);
    tx.run(
        tenant,
        connection -> {
          var there = find(locked(connection, tenant, agent), name);
          Changed.check(expected, there.orElseThrow(() -> new NotFound("skill")).version());
          try (var delete = connection.prepareStatement(DELETE)) {
            delete.setObject(1, tenant.uuid());
            delete.setObject(2, agent.uuid());
            delete.setString(3, name);
            delete.executeUpdate();
          }
          note(connection, tenant, agent, "agent.skill_deleted", name);
        });
  }

  private void note(
      Connection connection, TenantId tenant, AgentId agent, String action, String name)
      throws SQLException {
    audit.note(
        connection,
        tenant,
        Change.of(action, agent, Json.object(), Json.object().put("skill", name)));
  }

  private static long version(List<Skill> skills, String name) {
    return find(skills, name).map(Skill::version).orElse(0L);
  }

  /** One who changes an agent's skills at a time. */
  private static List<Skill> locked(Connection connection, TenantId tenant, AgentId agent)
      throws SQLException {
    try (var lock = connection.prepareStatement(LOCK)) {
      lock.setObject(1, tenant.uuid());
      lock.setObject(2, agent.uuid());
      lock.execute();
    }
    return read(connection, tenant, agent);
  }

  private static List<Skill> read(Connection connection, TenantId tenant, AgentId agent)
      throws SQLException {
    var skills = new ArrayList<Skill>();
    try (var select = connection.prepareStatement(LIST)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, agent.uuid());
      try (var row = select.executeQuery()) {
        while (row.next()) {
          skills.add(
              new Skill(
                  row.getString("name"),
                  row.getString("workflow"),
                  row.getString("title"),
                  row.getString("description"),
                  texts(row, "tags"),
                  texts(row, "examples"),
                  row.getTimestamp("updated_at").toInstant()));
        }
      }
    }
    return skills;
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }
}
