package io.ganglion.api.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connection.NewConnection;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A connection to make.
 *
 * @param name what workflows call it
 * @param environment one of the connector's, {@code lab} for the laboratory; not needed where the
 *     connector has a single one
 * @param baseUrl your own server instead of the environment's
 * @param credentials as the connector's schema says; written, never read back
 */
@Schema(name = "NewConnection")
public record ConnectionBody(
    @Schema(required = true, examples = "main") @Nullable String name,
    @Schema(required = true, examples = "x") @Nullable String connector,
    @Schema(examples = "lab") @Nullable String environment,
    @Nullable URI baseUrl,
    @Schema(writeOnly = true) @Nullable JsonNode credentials) {
  NewConnection toNew() {
    return new NewConnection(
        required(name, "/name", "name it: 1 to 64 of a-z, 0-9, _ and -"),
        required(connector, "/connector", "name a connector of the catalogue, e.g. x"),
        Optional.ofNullable(environment),
        Optional.ofNullable(baseUrl),
        credentials == null ? Json.object() : credentials);
  }

  private static String required(@Nullable String value, String pointer, String detail) {
    if (value == null) {
      throw new InvalidRequest(pointer, detail);
    }
    return value;
  }

  /** Never shows what it holds. */
  @Override
  public String toString() {
    return "ConnectionBody[%s]".formatted(name);
  }
}
