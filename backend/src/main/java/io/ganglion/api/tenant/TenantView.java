package io.ganglion.api.tenant;

import io.ganglion.kernel.TenantId;
import io.ganglion.tenant.Tenant;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant, as callers see it. */
@Schema(name = "Tenant")
public record TenantView(
    @Schema(implementation = String.class, examples = "ten_01h2xcejqtf2nbrexx3vqjhp41") TenantId id,
    @Schema(examples = "Acme Research") String name,
    Instant createdAt) {
  static TenantView of(Tenant tenant) {
    return new TenantView(tenant.id(), tenant.name(), tenant.createdAt());
  }
}
