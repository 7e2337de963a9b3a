package io.ganglion.api.connector;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.addition.Additions;
import io.ganglion.addition.Source;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A connector to make: of one of {@code document}, {@code url} and {@code mcp}. */
@Schema(name = "NewConnector")
public record NewConnectorBody(
    @Schema(
            required = true,
            description = "3 to 32 of a-z, 0-9 and -, with a hyphen in the middle",
            examples = "my-shop")
        @Nullable String name,
    @Schema(description = "For people; the description's own by default", examples = "Shop")
        @Nullable String title,
    @Schema(
            description = "Where the API is; the document's first server by default",
            examples = "https://api.shop.example/v1")
        @Nullable URI baseUrl,
    @Schema(description = "An OpenAPI 3.0 or 3.1 document, in JSON or YAML")
        @Nullable String document,
    @Schema(
            description = "The address of such a document",
            examples = "https://api.shop.example/openapi.yaml")
        @Nullable URI url,
    @Nullable McpBody mcp) {

  /** An MCP server, which is asked for its tools. */
  @Schema(name = "McpServer", description = "An MCP server, which is asked for its tools")
  public record McpBody(
      @Schema(required = true, examples = "https://mcp.shop.example/mcp") @Nullable URI url,
      @Schema(
              writeOnly = true,
              description =
                  "For this one reading, and kept nowhere: token, and header where it isn't sent"
                      + " as a bearer token",
              examples = "{\"token\": \"the token\"}")
          @Nullable JsonNode credentials) {
    Source source(String pointer) {
      if (url == null) {
        throw new InvalidRequest(pointer + "/url", "send the server's address");
      }
      return new Source.Server(url, credentials == null ? Json.object() : credentials);
    }

    /** Never shows the credentials. */
    @Override
    public String toString() {
      return "McpBody[%s]".formatted(url);
    }
  }

  Additions.Wanted wanted() {
    if (name == null) {
      throw new InvalidRequest("/name", "name it, e.g. my-shop");
    }
    var sources = new ArrayList<Source>();
    if (document != null) {
      if (document.isBlank()) {
        throw new InvalidRequest("/document", "send an OpenAPI document as YAML or JSON");
      }
      sources.add(new Source.Document(document));
    }
    if (url != null) {
      sources.add(new Source.Address(url));
    }
    if (mcp != null) {
      sources.add(mcp.source("/mcp"));
    }
    if (sources.size() != 1) {
      throw new InvalidRequest("", "send one of document, url and mcp");
    }
    if (mcp != null && baseUrl != null) {
      throw new InvalidRequest("/base_url", "leave it out: an MCP server is where its url says");
    }
    return new Additions.Wanted(
        name,
        Optional.ofNullable(title),
        Optional.ofNullable(baseUrl),
        List.copyOf(sources).getFirst());
  }
}
