package io.ganglion.identity;

import io.ganglion.kernel.ApiKeyId;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.Page;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows of API keys; called inside a tenant's transaction. */
@ApplicationScoped
class ApiKeyStore implements PanacheRepositoryBase<ApiKeyEntity, UUID> {

  ApiKeyEntity locked(ApiKeyId id) {
    return findByIdOptional(id.uuid(), LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(() -> new NotFound("API key"));
  }

  /** Newest first; the cursor is the last key's identifier. */
  Page<ApiKey> page(int limit, Optional<ApiKeyId> before) {
    var newest = Sort.descending("id");
    List<ApiKeyEntity> rows =
        (before.isEmpty() ? findAll(newest) : find("id < ?1", newest, before.get().uuid()))
            .page(0, limit + 1)
            .list();
    var keys = rows.stream().limit(limit).map(ApiKeyEntity::toKey).toList();
    var next =
        rows.size() > limit
            ? Optional.of(keys.getLast().id().toString())
            : Optional.<String>empty();
    return new Page<>(keys, next);
  }
}
