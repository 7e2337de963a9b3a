package io.ganglion.api.identity;

import io.ganglion.identity.ApiKey;
import io.ganglion.kernel.ApiKeyId;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An API key, without its secret. */
@Schema(name = "ApiKey")
public record ApiKeyView(
    @Schema(implementation = String.class, examples = "key_01h2xcejqtf2nbrexx3vqjhp41") ApiKeyId id,
    @Schema(examples = "deployment") String name,
    @Schema(examples = "live") String mode,
    @Schema(description = "The last four characters", examples = "x9Qk") String hint,
    @Schema(examples = "[\"runs:read\",\"runs:write\"]") List<String> scopes,
    @Schema(
            description = "CIDR blocks of the callers that may use it; none: from anywhere",
            examples = "[\"203.0.113.0/24\"]")
        List<String> addresses,
    Instant createdAt,
    @Schema(description = "operator, or an API key's identifier") String createdBy,
    @Nullable Instant expiresAt,
    @Schema(description = "No finer than a minute") @Nullable Instant lastUsedAt,
    @Nullable Instant revokedAt,
    @Schema(implementation = String.class, description = "The key that replaces it")
        @Nullable ApiKeyId rotatedTo) {

  static ApiKeyView of(ApiKey key) {
    return new ApiKeyView(
        key.id(),
        key.name(),
        key.mode(),
        key.hint(),
        key.scopes(),
        key.addresses(),
        key.createdAt(),
        key.createdBy(),
        key.expiresAt().orElse(null),
        key.lastUsedAt().orElse(null),
        key.revokedAt().orElse(null),
        key.rotatedTo().orElse(null));
  }
}
