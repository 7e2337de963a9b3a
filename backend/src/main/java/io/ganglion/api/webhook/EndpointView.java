package io.ganglion.api.webhook;

import io.ganglion.kernel.EndpointId;
import io.ganglion.webhook.Endpoint;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An endpoint, as callers see it. */
@Schema(name = "Endpoint", description = "Where the tenant wants to be told of what happens.")
public record EndpointView(
    EndpointId id,
    @Schema(examples = "https://example.com/hooks/ganglion") String url,
    String description,
    @Schema(description = "Names of event types; none: all of them") List<String> types,
    boolean ordered,
    @Schema(description = "hmac or ed25519", examples = "hmac") String signature,
    boolean enabled,
    @Schema(
            description =
                "Why it is disabled: asked, gone (it answered 410) or failing (nothing but failures"
                    + " for days)")
        @Nullable String disabledReason,
    @Schema(description = "What its messages are signed with, the newest first") List<KeyView> keys,
    @Schema(description = "Tries that failed since the last that did not") int failures,
    @Schema(description = "The first of them") @Nullable Instant failingSince,
    @Schema(description = "Nothing is tried before") @Nullable Instant restsUntil,
    @Schema(description = "Messages that are on their way") long waiting,
    Instant createdAt) {

  /** A key, without its secret. */
  @Schema(name = "EndpointKey")
  public record KeyView(
      @Schema(description = "From 1; each rotation makes the next", examples = "1") int generation,
      @Schema(description = "For ed25519: whpk_…") @Nullable String publicKey,
      Instant createdAt,
      @Schema(description = "When it signs no more; null: until it is replaced")
          @Nullable Instant expiresAt) {
    static KeyView of(Endpoint.Key key) {
      return new KeyView(
          key.generation(),
          key.publicKey().orElse(null),
          key.createdAt(),
          key.expiresAt().orElse(null));
    }
  }

  static EndpointView of(Endpoint endpoint) {
    var wanted = endpoint.wanted();
    var health = endpoint.health();
    return new EndpointView(
        endpoint.id(),
        wanted.url(),
        wanted.description(),
        wanted.types(),
        wanted.ordered(),
        endpoint.signature().text(),
        endpoint.disabled().isEmpty(),
        endpoint.disabled().map(it -> it.name().toLowerCase(Locale.ROOT)).orElse(null),
        endpoint.keys().stream().map(KeyView::of).toList(),
        health.failures(),
        health.failingSince().orElse(null),
        health.restsUntil().orElse(null),
        endpoint.waiting(),
        endpoint.createdAt());
  }
}
