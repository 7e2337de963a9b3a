package io.ganglion.api.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.SourceId;
import io.ganglion.webhook.source.Source;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A source, as callers see it. */
@Schema(
    name = "Source",
    description = "An address at which another system tells the tenant what happened.")
public record SourceView(
    SourceId id,
    String name,
    @Schema(description = "Of its CloudEvents", examples = "com.github") String type,
    @Schema(
            description = "Their source, by which listeners know them",
            examples = "urn:ganglion:source:src_01h2xcejqtf2nbrexx3vqjhp41")
        String eventSource,
    @Schema(
            description = "token, standard, hmac, telegram, slack, discord, x or stripe",
            examples = "standard")
        String verification,
    @Schema(description = "For hmac and stripe: how requests are signed") @Nullable JsonNode hmac,
    @Nullable String idHeader,
    @Nullable String typeHeader,
    @Schema(description = "How long the address before goes on; null: there is none")
        @Nullable Instant oldAddressUntil,
    Instant createdAt) {
  static SourceView of(Source source) {
    var wanted = source.wanted();
    var how = wanted.verification();
    return new SourceView(
        source.id(),
        wanted.name(),
        wanted.type(),
        Source.urn(source.id()),
        how.kind(),
        how.settings().isEmpty() ? null : how.settings(),
        wanted.headers().id().orElse(null),
        wanted.headers().type().orElse(null),
        source.oldTokenUntil().orElse(null),
        source.createdAt());
  }
}
