package io.ganglion.addition;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.mcp.ToolList;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import io.ganglion.schema.SchemaInvalid;
import io.ganglion.schema.Schemas;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads an MCP server's list of tools. Pure. */
final class ToolReading {
  /** The most tools that a server may have. */
  static final int MAX_TOOLS = 200;

  private static final int MAX_TITLE = 200;
  private static final int MAX_NAME = 128;
  private static final int MAX_SCHEMA = 64 * 1024;

  private ToolReading() {}

  /**
   * @throws InvalidRequest if there are none, or too many
   */
  static List<Offer> read(JsonNode tools, Schemas schemas) {
    if (tools.isEmpty() || tools.size() > MAX_TOOLS) {
      throw new InvalidRequest(
          "/mcp/url",
          "the server has %d tools, and 1 to %d can be taken".formatted(tools.size(), MAX_TOOLS));
    }
    var names = new Identifiers(Set.of());
    var seen = new HashSet<String>();
    var offers = new ArrayList<Offer>();
    for (var tool : tools) {
      var name = tool.path("name").asText();
      if (!name.isEmpty() && name.length() <= MAX_NAME && seen.add(name)) {
        offers.add(offer(names.of(name), tool, schemas));
      }
    }
    return offers;
  }

  private static Offer offer(String name, JsonNode tool, Schemas schemas) {
    var input = tool.path("inputSchema");
    var missing = missing(input, schemas);
    return new Offer(
        name,
        title(tool),
        missing.isEmpty() ? input : Json.object(),
        Json.object().put("type", "object"),
        new Wire.Tool(tool.path("name").asText(), ToolList.hash(tool)),
        claim(tool.path("annotations")),
        missing,
        Words.NONE);
  }

  private static String title(JsonNode tool) {
    for (var said : List.of(tool.path("description"), tool.path("title"), tool.path("name"))) {
      var line = OneLine.cut(said.asText(), MAX_TITLE);
      if (!line.isEmpty()) {
        return line;
      }
    }
    return "a tool";
  }

  /** What the server says of itself, which nothing proves. */
  private static RetryClass claim(JsonNode hints) {
    if (hints.path("readOnlyHint").asBoolean(false)) {
      return RetryClass.PURE;
    }
    return hints.path("idempotentHint").asBoolean(false) ? RetryClass.IDEMPOTENT : RetryClass.BLIND;
  }

  private static Optional<String> missing(JsonNode input, Schemas schemas) {
    if (!input.isObject() || Json.write(input).length() > MAX_SCHEMA) {
      return Optional.of(
          "its arguments have no schema, or one of more than %d characters".formatted(MAX_SCHEMA));
    }
    if (input.path("properties").has("connection")) {
      return Optional.of("it has an argument 'connection', which is the connection's name here");
    }
    try {
      schemas.require(input);
      return Optional.empty();
    } catch (SchemaInvalid e) {
      return Optional.of("its arguments' schema is none: " + OneLine.cut(e.getMessage(), 200));
    }
  }
}
