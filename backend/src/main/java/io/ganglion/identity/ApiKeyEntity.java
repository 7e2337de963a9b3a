package io.ganglion.identity;

import io.ganglion.kernel.ApiKeyId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "api_key")
class ApiKeyEntity {
  @Id UUID id;

  @org.hibernate.annotations.TenantId
  @Column(name = "tenant_id")
  String tenant;

  String name;
  String mode;

  @Column(name = "secret_hash")
  byte[] secretHash;

  String hint;
  String[] scopes;
  String[] addresses;
  @Version long version;

  @Column(name = "created_at", updatable = false)
  Instant createdAt;

  @Column(name = "created_by", updatable = false)
  String createdBy;

  @Column(name = "expires_at")
  @Nullable Instant expiresAt;

  @Column(name = "last_used_at", insertable = false, updatable = false)
  @Nullable Instant lastUsedAt;

  @Column(name = "revoked_at")
  @Nullable Instant revokedAt;

  @Column(name = "rotated_to")
  @Nullable UUID rotatedTo;

  @SuppressWarnings("NullAway.Init") // Hibernate fills it
  ApiKeyEntity() {}

  static ApiKeyEntity of(KeyText text, ApiKeys.NewKey wanted, String actor, Instant now) {
    var made = new ApiKeyEntity();
    made.id = text.key().uuid();
    made.tenant = text.tenant().uuid().toString();
    made.name = wanted.name();
    made.mode = text.mode();
    made.secretHash = text.hash();
    made.hint = text.hint();
    made.scopes = wanted.scopes().stream().sorted().toArray(String[]::new);
    made.addresses = wanted.addresses().toArray(String[]::new);
    made.version = 1;
    made.createdAt = now;
    made.createdBy = actor;
    made.expiresAt = wanted.expiresAt().orElse(null);
    return made;
  }

  ApiKey toKey() {
    return new ApiKey(
        new ApiKeyId(id),
        name,
        mode,
        hint,
        List.of(scopes),
        List.of(addresses),
        createdAt,
        createdBy,
        Optional.ofNullable(expiresAt),
        Optional.ofNullable(lastUsedAt),
        Optional.ofNullable(revokedAt),
        Optional.ofNullable(rotatedTo).map(ApiKeyId::new),
        version);
  }
}
