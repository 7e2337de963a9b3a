package io.ganglion.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.audit.Audit;
import io.ganglion.audit.Change;
import io.ganglion.connection.Connection.Status;
import io.ganglion.connector.HoldMode;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Changed;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.TenantId;
import io.ganglion.outbox.Outbox;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.exception.ConstraintViolationException;

/** Rows of connections, and of the systems behind them. */
@ApplicationScoped
class ConnectionStore {
  private static final UUID LAST = new UUID(-1, -1);
  private static final int MOST_NAMED = 10;
  private static final String MEET =
      """
      INSERT INTO system (tenant_id, id, connector, environment, principal, label, hold_mode)
      VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """;

  private final TenantTx tx;
  private final Audit audit;
  private final Upkeep upkeep;

  ConnectionStore(TenantTx tx, Audit audit, Upkeep upkeep) {
    this.tx = tx;
    this.audit = audit;
    this.upkeep = upkeep;
  }

  Optional<StoredConnection> find(TenantId tenant, ConnectionId id) {
    return tx.call(
        tenant,
        c ->
            ConnectionEntity.<ConnectionEntity>findByIdOptional(id.uuid())
                .map(ConnectionEntity::stored));
  }

  Optional<StoredConnection> find(TenantId tenant, String name) {
    return tx.call(
        tenant,
        c ->
            ConnectionEntity.<ConnectionEntity>find("name", name)
                .firstResultOptional()
                .map(ConnectionEntity::stored));
  }

  /** Newest first; the cursor is the last connection's identifier. */
  Page<Connection> list(TenantId tenant, int limit, Optional<ConnectionId> before) {
    return tx.call(
        tenant,
        c -> {
          var rows =
              ConnectionEntity.<ConnectionEntity>find(
                      "id < ?1", Sort.descending("id"), before.map(ConnectionId::uuid).orElse(LAST))
                  .range(0, limit) // one more than asked for tells whether there are more
                  .list();
          var page = rows.stream().limit(limit).map(ConnectionEntity::connection).toList();
          return new Page<>(
              page,
              rows.size() > limit ? Optional.of(page.getLast().id().toString()) : Optional.empty());
        });
  }

  /** Writes the connection and, where it is new, its system. */
  Connection insert(TenantId tenant, ConnectionEntity entity, HoldMode mode) {
    return tx.call(
        tenant,
        c -> {
          meet(c, tenant, entity, mode);
          try {
            entity.persistAndFlush();
          } catch (ConstraintViolationException e) {
            if ("connection_name_unique".equals(e.getConstraintName())) {
              throw ConnectionProblem.nameTaken(entity.name);
            }
            throw e;
          }
          planned(tenant, entity.stored());
          var id = new ConnectionId(entity.id);
          audit.note(c, tenant, Change.made("connection.created", id, facts(entity)));
          return entity.connection();
        });
  }

  /**
   * Changes a row while nobody else can.
   *
   * @param action what is done, for the audit log, e.g. {@code connection.paused}
   */
  Connection update(
      TenantId tenant,
      ConnectionId id,
      OptionalLong expected,
      String action,
      Consumer<ConnectionEntity> change) {
    return tx.call(
        tenant,
        c -> {
          var entity = locked(id, expected);
          var before = facts(entity);
          boolean refused = entity.is(Status.REAUTHORIZE);
          long credentials = entity.credentialsVersion;
          change.accept(entity);
          entity.version++;
          entity.flush();
          if (entity.credentialsVersion != credentials) {
            planned(tenant, entity.stored());
          }
          if (!refused && entity.is(Status.REAUTHORIZE)) {
            var told = Json.object().put("connection", id.toString()).put("name", entity.name);
            Outbox.tell(
                c, tenant, "connection.reauthorize", told.put("connector", entity.connector));
          }
          audit.note(c, tenant, Change.of(action, id, before, facts(entity)));
          return entity.connection();
        });
  }

  /** What was deleted. */
  Connection delete(TenantId tenant, ConnectionId id, OptionalLong expected) {
    return tx.call(
        tenant,
        c -> {
          var entity = locked(id, expected);
          entity.delete();
          audit.note(c, tenant, Change.gone("connection.deleted", id, facts(entity)));
          return entity.connection();
        });
  }

  private void planned(TenantId tenant, StoredConnection stored) {
    stored
        .life()
        .ifPresent(
            life -> upkeep.plan(tenant, stored.connection(), stored.credentialsVersion(), life));
  }

  List<String> namesFor(TenantId tenant, String connector) {
    return tx.call(
        tenant,
        c ->
            ConnectionEntity.<ConnectionEntity>find("connector = ?1 order by name", connector)
                .range(0, MOST_NAMED - 1)
                .stream()
                .map(entity -> entity.name)
                .toList());
  }

  /** Raises the version of all for a connector. */
  void touch(TenantId tenant, String connector) {
    tx.run(
        tenant,
        c -> ConnectionEntity.update("version = version + 1 where connector = ?1", connector));
  }

  /** Credentials are told by their version alone. */
  private static JsonNode facts(ConnectionEntity entity) {
    return Json.object()
        .put("name", entity.name)
        .put("connector", entity.connector)
        .put("environment", entity.environment)
        .put("base_url", entity.baseUrl)
        .put("principal", entity.principal)
        .put("label", entity.label)
        .put("status", entity.status)
        .put("prices", entity.prices)
        .put("credentials_version", entity.credentialsVersion);
  }

  private static ConnectionEntity locked(ConnectionId id, OptionalLong expected) {
    ConnectionEntity entity = ConnectionEntity.findById(id.uuid(), LockModeType.PESSIMISTIC_WRITE);
    if (entity == null) {
      throw new NotFound("connection");
    }
    Changed.check(expected, entity.version);
    return entity;
  }

  private static void meet(
      java.sql.Connection c, TenantId tenant, ConnectionEntity entity, HoldMode mode)
      throws SQLException {
    try (var insert = c.prepareStatement(MEET)) {
      insert.setObject(1, tenant.uuid());
      insert.setObject(2, entity.systemId);
      insert.setString(3, entity.connector);
      insert.setString(4, entity.environment);
      insert.setString(5, entity.principal);
      insert.setString(6, entity.label);
      insert.setString(7, mode == HoldMode.EXCLUSIVE ? "exclusive" : "shared");
      insert.executeUpdate();
    }
  }
}
