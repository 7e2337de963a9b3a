package io.ganglion.api.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.InvalidRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** New credentials for the same account. */
@Schema(name = "RotateConnection")
public record RotateBody(
    @Schema(writeOnly = true, required = true) @Nullable JsonNode credentials) {
  JsonNode required() {
    if (credentials == null) {
      throw new InvalidRequest("/credentials", "send the new credentials");
    }
    return credentials;
  }

  /** Never shows what it holds. */
  @Override
  public String toString() {
    return "RotateBody[redacted]";
  }
}
