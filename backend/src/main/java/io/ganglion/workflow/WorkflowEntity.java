package io.ganglion.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.WorkflowId;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;

/** A row of table workflow. */
@Entity
@Immutable
@Table(name = "workflow")
@NullUnmarked
class WorkflowEntity extends PanacheEntityBase {
  @Id UUID id;

  @TenantId
  @Column(name = "tenant_id")
  String tenantId;

  String namespace;
  String name;
  String version;
  String title;
  String content;

  @Column(name = "content_hash")
  String hash;

  String definition;
  String schemas;
  boolean lab;

  @Column(name = "created_at")
  Instant createdAt;

  static WorkflowEntity of(Definition definition, String content, JsonNode schemas, Instant now) {
    var entity = new WorkflowEntity();
    entity.id = WorkflowId.next().uuid();
    entity.namespace = definition.namespace();
    entity.name = definition.name();
    entity.version = definition.version();
    entity.title = definition.title();
    entity.content = content;
    entity.hash = Json.hash(definition.source());
    entity.definition = Json.write(definition.source());
    entity.schemas = Json.write(schemas);
    entity.createdAt = now;
    return entity;
  }

  WorkflowVersion workflow() {
    return new WorkflowVersion(
        new WorkflowId(id), namespace, name, version, title, hash, createdAt);
  }

  Document document() {
    return new Document(workflow(), content, Json.read(definition), Json.read(schemas));
  }
}
