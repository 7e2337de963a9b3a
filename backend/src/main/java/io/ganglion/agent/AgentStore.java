package io.ganglion.agent;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.audit.Audit;
import io.ganglion.audit.Change;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.Changed;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.TenantId;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Rows of agents. */
@ApplicationScoped
class AgentStore {
  private static final UUID LAST = new UUID(-1, -1);

  private final TenantTx tx;
  private final Audit audit;

  AgentStore(TenantTx tx, Audit audit) {
    this.tx = tx;
    this.audit = audit;
  }

  /** Deleted ones too. */
  Optional<Row> find(TenantId tenant, AgentId id) {
    return tx.call(
        tenant,
        connection ->
            AgentEntity.<AgentEntity>findByIdOptional(id.uuid())
                .map(entity -> new Row(entity.agent(), entity.deletedAt != null)));
  }

  /** Deleted ones have given their names back. */
  Optional<Agent> named(TenantId tenant, String name) {
    return tx.call(
        tenant,
        connection ->
            AgentEntity.<AgentEntity>find("deletedAt is null and name = ?1", name)
                .firstResultOptional()
                .map(AgentEntity::agent));
  }

  /** Newest first; the cursor is the last agent's identifier. */
  Page<Agent> list(TenantId tenant, int limit, Optional<AgentId> before) {
    return tx.call(
        tenant,
        connection -> {
          var rows =
              AgentEntity.<AgentEntity>find(
                      "deletedAt is null and world is null and id < ?1",
                      Sort.descending("id"),
                      before.map(AgentId::uuid).orElse(LAST))
                  .range(0, limit) // one more than asked for tells whether there are more
                  .list();
          var agents = rows.stream().limit(limit).map(AgentEntity::agent).toList();
          return new Page<>(
              agents,
              rows.size() > limit
                  ? Optional.of(agents.getLast().id().toString())
                  : Optional.empty());
        });
  }

  /** Answers what is there under this identifier already. */
  Agent insert(
      TenantId tenant, AgentId id, AgentSettings settings, Optional<UUID> world, Instant now) {
    return tx.call(
        tenant,
        connection -> {
          AgentEntity there = AgentEntity.findById(id.uuid());
          if (there != null) {
            return there.agent();
          }
          var entity = new AgentEntity();
          entity.id = id.uuid();
          entity.set(settings);
          entity.version = 1;
          entity.createdAt = now;
          entity.world = world.orElse(null);
          var made = written(entity, settings.name());
          audit.note(connection, tenant, Change.made("agent.created", id, facts(settings)));
          return made;
        });
  }

  Agent update(
      TenantId tenant, AgentId id, OptionalLong expected, UnaryOperator<AgentSettings> change) {
    return tx.call(
        tenant,
        connection -> {
          var entity = locked(id, expected);
          var before = entity.agent().settings();
          var settings = change.apply(before);
          entity.set(settings);
          entity.version++;
          var changed = written(entity, settings.name());
          audit.note(
              connection, tenant, Change.of("agent.changed", id, facts(before), facts(settings)));
          return changed;
        });
  }

  /** Since when it is paused; null: it is not. As it is already: changes nothing. */
  Agent pausedSince(TenantId tenant, AgentId id, @Nullable Instant since) {
    return tx.call(
        tenant,
        connection -> {
          var entity = locked(id, OptionalLong.empty());
          if ((entity.pausedAt == null) != (since == null)) {
            var before = pause(entity);
            entity.pausedAt = since;
            entity.version++;
            entity.flush();
            var action = since == null ? "agent.resumed" : "agent.paused";
            audit.note(connection, tenant, Change.of(action, id, before, pause(entity)));
          }
          return entity.agent();
        });
  }

  private static JsonNode pause(AgentEntity entity) {
    return Json.object()
        .put("paused_at", entity.pausedAt == null ? null : entity.pausedAt.toString());
  }

  void delete(TenantId tenant, AgentId id, OptionalLong expected, Instant now) {
    tx.run(
        tenant,
        connection -> {
          var entity = locked(id, expected);
          entity.deletedAt = now;
          audit.note(
              connection,
              tenant,
              Change.gone("agent.deleted", id, facts(entity.agent().settings())));
        });
  }

  private static JsonNode facts(AgentSettings settings) {
    var facts = Json.object().put("name", settings.name());
    settings.connections().forEach(facts.putArray("connections")::add);
    return facts.set("policy", Json.read(PolicyJson.write(settings.policy())));
  }

  private static AgentEntity locked(AgentId id, OptionalLong expected) {
    AgentEntity entity = AgentEntity.findById(id.uuid(), LockModeType.PESSIMISTIC_WRITE);
    if (entity == null || entity.deletedAt != null) {
      throw new NotFound("agent");
    }
    Changed.check(expected, entity.version);
    return entity;
  }

  private static Agent written(AgentEntity entity, String name) {
    try {
      entity.persistAndFlush();
      return entity.agent();
    } catch (ConstraintViolationException e) {
      if ("agent_name_unique".equals(e.getConstraintName())) {
        throw AgentProblem.nameTaken(name);
      }
      throw e;
    }
  }

  /** An agent and whether it was deleted. */
  record Row(Agent agent, boolean deleted) {}
}
