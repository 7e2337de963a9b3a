package io.ganglion.api.connection;

import io.ganglion.connection.Connection;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.kernel.SystemId;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A connection, as callers see it: no credentials. */
@Schema(name = "Connection")
public record ConnectionView(
    ConnectionId id,
    String name,
    String connector,
    String environment,
    @Nullable URI baseUrl,
    @Schema(description = "Two credentials for one account are one system") SystemId system,
    @Schema(description = "The platform's stable identifier of the account") String principal,
    @Schema(description = "For people", examples = "@ganglion_demo") String label,
    @Schema(enumeration = {"active", "paused", "reauthorize"}) String status,
    @Schema(description = "What acts through it cost, as the tenant says; null: nothing is counted")
        @Nullable PricesBody prices,
    Instant createdAt,
    @Schema(description = "When the platform was last asked who this is") Instant checkedAt) {

  static ConnectionView of(Connection connection) {
    return new ConnectionView(
        connection.id(),
        connection.name(),
        connection.connector(),
        connection.environment(),
        connection.baseUrl().orElse(null),
        connection.system(),
        connection.principal(),
        connection.label(),
        connection.status().name().toLowerCase(Locale.ROOT),
        connection.prices().map(PricesBody::of).orElse(null),
        connection.createdAt(),
        connection.checkedAt());
  }
}
