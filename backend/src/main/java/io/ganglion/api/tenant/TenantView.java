package io.ganglion.api.tenant;

import io.ganglion.kernel.TenantId;
import io.ganglion.tenant.Tenant;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tenant, as callers see it. */
@Schema(name = "Tenant")
public record TenantView(
    @Schema(implementation = String.class, examples = "ten_01h2xcejqtf2nbrexx3vqjhp41") TenantId id,
    @Schema(examples = "Acme Research") String name,
    Instant createdAt,
    @Schema(description = "When its owner asked for its deletion; it is read-only since")
        @Nullable Instant deletedAt,
    @Schema(description = "When everything of it is erased; until then it can be had back")
        @Nullable Instant purgeAt,
    @Schema(description = "Since when nothing of it is dispatched; null: it is not paused")
        @Nullable Instant pausedAt) {
  static TenantView of(Tenant tenant) {
    return new TenantView(
        tenant.id(),
        tenant.name(),
        tenant.createdAt(),
        tenant.deletedAt().orElse(null),
        tenant.purgeAt().orElse(null),
        tenant.pausedAt().orElse(null));
  }
}
