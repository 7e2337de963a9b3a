package io.ganglion.agent;

import io.ganglion.kernel.AgentId;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/** A row of table agent. */
@Entity
@Table(name = "agent")
@NullUnmarked
class AgentEntity extends PanacheEntityBase {
  @Id UUID id;

  @TenantId
  @Column(name = "tenant_id")
  String tenantId;

  String name;

  @JdbcTypeCode(SqlTypes.ARRAY)
  List<String> connections;

  String policy;
  long version;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "deleted_at")
  Instant deletedAt;

  @Column(name = "paused_at")
  Instant pausedAt;

  UUID world;

  void set(AgentSettings settings) {
    name = settings.name();
    connections = settings.connections();
    policy = PolicyJson.write(settings.policy());
  }

  Agent agent() {
    return new Agent(
        new AgentId(id),
        name,
        connections,
        PolicyJson.read(policy),
        version,
        createdAt,
        Optional.ofNullable(pausedAt),
        Optional.ofNullable(world));
  }
}
