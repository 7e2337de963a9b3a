package io.ganglion.tenant;

import io.ganglion.kernel.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "tenant")
class TenantEntity {
  @Id UUID id;
  String name;
  @Version long version;

  @Column(name = "created_at", updatable = false)
  Instant createdAt;

  @Column(name = "deleted_at")
  @Nullable Instant deletedAt;

  @Column(name = "purge_at")
  @Nullable Instant purgeAt;

  @Column(name = "suspended_at")
  @Nullable Instant suspendedAt;

  /** It is suspended for an invoice. */
  boolean unpaid;

  /** Why the operator suspended it. */
  @Nullable String barred;

  @Column(name = "paused_at")
  @Nullable Instant pausedAt;

  @SuppressWarnings("NullAway.Init") // Hibernate fills it
  TenantEntity() {}

  TenantEntity(TenantId id, String name, Instant now) {
    this.id = id.uuid();
    this.name = name;
    this.createdAt = now;
    this.version = 1;
  }

  Tenant toTenant() {
    return new Tenant(
        new TenantId(id),
        name,
        version,
        createdAt,
        Optional.ofNullable(deletedAt),
        Optional.ofNullable(purgeAt),
        Optional.ofNullable(suspendedAt),
        Optional.ofNullable(pausedAt),
        Optional.ofNullable(barred));
  }
}
