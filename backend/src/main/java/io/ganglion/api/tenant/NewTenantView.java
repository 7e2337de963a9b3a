package io.ganglion.api.tenant;

import io.ganglion.kernel.ApiKeyId;
import io.ganglion.kernel.TenantId;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tenant that was just created, with its first key. */
@Schema(name = "NewTenant")
public record NewTenantView(
    @Schema(implementation = String.class, examples = "ten_01h2xcejqtf2nbrexx3vqjhp41") TenantId id,
    @Schema(examples = "Acme Research") String name,
    Instant createdAt,
    @Schema(
            description =
                "A key that may do everything, its secret never shown again; null where a person asked")
        @Nullable FirstKey apiKey) {

  /** The tenant's first key. */
  @Schema(name = "FirstKey")
  public record FirstKey(
      @Schema(implementation = String.class, examples = "key_01h2xcejqtf2nbrexx3vqjhp41")
          ApiKeyId id,
      @Schema(examples = "gk_live_…") String secret) {}
}
