package io.ganglion.workflow;

import io.ganglion.audit.Audit;
import io.ganglion.audit.Change;
import io.ganglion.db.TenantTx;
import io.ganglion.identity.IdentityProblem;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.WorkflowId;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Rows of workflow versions. */
@ApplicationScoped
class WorkflowStore {
  private static final UUID LAST = new UUID(-1, -1);

  /**
   * The highest release and its pre-releases: few rows, whatever the number of versions. Those of
   * the laboratory count where there are no others.
   */
  private static final String NEWEST =
      """
      SELECT version FROM workflow WHERE tenant_id = ? AND namespace = ? AND name = ?
      ORDER BY lab, string_to_array(split_part(split_part(version, '+', 1), '-', 1), '.')::numeric[] DESC
      FETCH FIRST ROW WITH TIES
      """;

  /**
   * A function stands behind {@code call}, or is what a swarm does; the latest are those stored
   * last.
   */
  private static final String CALLING =
      """
      SELECT namespace || '/' || name FROM (
        SELECT DISTINCT ON (namespace, name) namespace, name, definition FROM workflow WHERE tenant_id = ?
        ORDER BY namespace, name, created_at DESC, id DESC) latest
      WHERE jsonb_path_exists(definition::jsonb, '$.**.* ? (@ starts with $start)', jsonb_build_object('start', ?::text))
      ORDER BY 1 LIMIT 10
      """;

  private final TenantTx tx;
  private final ScheduleStore schedules;
  private final Audit audit;

  WorkflowStore(TenantTx tx, ScheduleStore schedules, Audit audit) {
    this.tx = tx;
    this.schedules = schedules;
    this.audit = audit;
  }

  Optional<Document> find(TenantId tenant, WorkflowId id) {
    return tx.call(
        tenant,
        connection ->
            WorkflowEntity.<WorkflowEntity>findByIdOptional(id.uuid())
                .map(WorkflowEntity::document));
  }

  Optional<WorkflowVersion> find(TenantId tenant, String namespace, String name, String version) {
    return tx.call(tenant, connection -> named(namespace, name, version));
  }

  /** The version that comes last by semantic versioning. */
  Optional<WorkflowVersion> latest(TenantId tenant, String namespace, String name) {
    return tx.call(
        tenant,
        connection -> {
          var versions = new ArrayList<String>();
          try (var select = connection.prepareStatement(NEWEST)) {
            select.setObject(1, tenant.uuid());
            select.setString(2, namespace);
            select.setString(3, name);
            try (var rows = select.executeQuery()) {
              while (rows.next()) {
                versions.add(rows.getString(1));
              }
            }
          }
          return versions.stream()
              .max(Comparator.comparing(SemanticVersion::of).thenComparing(v -> v))
              .flatMap(version -> named(namespace, name, version));
        });
  }

  /** Newest first; the cursor is the last version's identifier. */
  Page<WorkflowVersion> list(
      TenantId tenant, Optional<String> name, int limit, Optional<WorkflowId> before) {
    return tx.call(
        tenant,
        connection -> {
          var rows =
              WorkflowEntity.<WorkflowEntity>find(
                      "id < ?1 and (?2 = '' or concat(namespace, '/', name) = ?2)",
                      Sort.descending("id"),
                      before.map(WorkflowId::uuid).orElse(LAST),
                      name.orElse(""))
                  .range(0, limit) // one more than asked for tells whether there are more
                  .list();
          var workflows = rows.stream().limit(limit).map(WorkflowEntity::workflow).toList();
          return new Page<>(
              workflows,
              rows.size() > limit
                  ? Optional.of(workflows.getLast().id().toString())
                  : Optional.empty());
        });
  }

  /** With its schedule, if it is the latest version; empty if there is a row of it already. */
  Optional<WorkflowVersion> insert(TenantId tenant, WorkflowEntity entity, Definition definition) {
    try {
      return tx.call(
          tenant,
          connection -> {
            ScheduleStore.lock(connection, tenant, entity.namespace, entity.name);
            if (entity.lab && live(entity.namespace, entity.name)) {
              throw IdentityProblem.laboratory(
                  "there are versions of %s/%s that a live key or a person has stored"
                      .formatted(entity.namespace, entity.name));
            }
            entity.persistAndFlush();
            var stored = entity.workflow();
            if (latest(tenant, entity.namespace, entity.name).equals(Optional.of(stored))) {
              schedules.replace(connection, tenant, stored.id(), definition, stored.createdAt());
            }
            var name = "%s/%s:%s".formatted(entity.namespace, entity.name, entity.version);
            var facts = Json.object().put("workflow", name).put("hash", entity.hash);
            audit.note(connection, tenant, Change.made("workflow.stored", stored.id(), facts));
            return Optional.of(stored);
          });
    } catch (ConstraintViolationException e) {
      if ("workflow_version_unique".equals(e.getConstraintName())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  List<String> calling(TenantId tenant, String connector) {
    return tx.call(
        tenant,
        connection -> {
          try (var select = connection.prepareStatement(CALLING)) {
            select.setObject(1, tenant.uuid());
            select.setString(2, connector + ".");
            var found = new ArrayList<String>();
            try (var rows = select.executeQuery()) {
              while (rows.next()) {
                found.add(rows.getString(1));
              }
            }
            return found;
          }
        });
  }

  private static boolean live(String namespace, String name) {
    return WorkflowEntity.count("namespace = ?1 and name = ?2 and not lab", namespace, name) > 0;
  }

  private static Optional<WorkflowVersion> named(String namespace, String name, String version) {
    return WorkflowEntity.<WorkflowEntity>find(
            "namespace = ?1 and name = ?2 and version = ?3", namespace, name, version)
        .firstResultOptional()
        .map(WorkflowEntity::workflow);
  }
}
