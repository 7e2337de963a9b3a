package io.ganglion.api.connector;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.addition.Additions.Fresh;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a connector's description is read anew, and whether it is taken over. */
@Schema(name = "RefreshConnector")
public record RefreshBody(
    @Schema(description = "The OpenAPI document as it is now") @Nullable String document,
    @Schema(description = "Its address", examples = "https://api.shop.example/openapi.yaml")
        @Nullable URI url,
    @Schema(
            description =
                "For an MCP server that asks who wants to know: a connection of this connector",
            examples = "shop")
        @Nullable String connection,
    @Schema(
            writeOnly = true,
            description = "Instead of a connection; for this one reading, and kept nowhere",
            examples = "{\"token\": \"the token\"}")
        @Nullable JsonNode credentials,
    @Schema(
            description =
                "The digest of the changes you have seen: takes them over. Left out: nothing is"
                    + " changed")
        @Nullable String confirm) {
  Fresh fresh() {
    return new Fresh(
        Optional.ofNullable(document),
        Optional.ofNullable(url),
        Optional.ofNullable(connection),
        Optional.ofNullable(credentials),
        Optional.ofNullable(confirm));
  }

  /** Never shows the credentials. */
  @Override
  public String toString() {
    return "RefreshBody[%s]".formatted(connection);
  }
}
