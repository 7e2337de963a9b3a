package io.ganglion.connector.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.RetryClass;
import io.ganglion.kernel.Json;
import java.util.Optional;

/**
 * A server's tools, read to the last page within one session.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-06-18/server/tools">MCP:
 *     tools</a>
 */
public final class ToolList {
  private static final int MAX_PAGES = 50;

  /** More than any model can be shown. */
  private static final int MAX_TOOLS = 1_000;

  private static final int CONFLICT = 409;
  private static final int BAD_GATEWAY = 502;

  private ToolList() {}

  /** What tells whether a tool is still the one that was seen: its schemas and its hints. */
  public static String hash(JsonNode tool) {
    var seen = Json.object();
    seen.set("input", orNull(tool.path("inputSchema")));
    seen.set("output", orNull(tool.path("outputSchema")));
    var hints = seen.putObject("hints");
    for (var hint : new String[] {"readOnlyHint", "idempotentHint", "destructiveHint"}) {
      hints.set(hint, orNull(tool.path("annotations").path(hint)));
    }
    return Json.hash(seen);
  }

  private static JsonNode orNull(JsonNode value) {
    return value.isMissingNode() ? NullNode.getInstance() : value;
  }

  /** All of them as {@code {tools: [...]}}, or why not; reading them does nothing. */
  static Outcome all(Conversation talk) {
    var all = Json.object();
    var tools = all.putArray("tools");
    var cursor = "";
    for (int page = 0; page < MAX_PAGES && tools.size() <= MAX_TOOLS; page++) {
      var reply = talk.call("tools-" + page, request(cursor), RetryClass.PURE);
      switch (McpAnswer.judge(reply, RetryClass.PURE)) {
        case Outcome.Landed landed -> {
          landed.output().path("tools").forEach(tools::add);
          cursor = landed.output().path("nextCursor").asText("");
        }
        case Outcome.NotLanded missed -> {
          return missed;
        }
        case Outcome.Unknown unknown -> {
          return new Outcome.NotLanded(unknown.status(), unknown.reason(), Optional.empty(), true);
        }
      }
      if (cursor.isEmpty()) {
        return new Outcome.Landed(all, "", Optional.empty());
      }
    }
    return new Outcome.NotLanded(
        BAD_GATEWAY, "the MCP server's list of tools has no end", Optional.empty(), false);
  }

  /** Why a tool can't be called, if it isn't what was confirmed. */
  static Optional<Outcome> refusal(Conversation talk, String name, String confirmed) {
    return switch (all(talk)) {
      case Outcome.NotLanded missed -> Optional.of(missed);
      case Outcome.Unknown unknown -> Optional.of(unknown);
      case Outcome.Landed landed -> {
        for (var tool : landed.output().path("tools")) {
          if (tool.path("name").asText().equals(name)) {
            yield hash(tool).equals(confirmed)
                ? Optional.empty()
                : Optional.of(changed(name, "has changed"));
          }
        }
        yield Optional.of(changed(name, "is gone"));
      }
    };
  }

  private static Outcome changed(String name, String how) {
    return new Outcome.NotLanded(
        CONFLICT,
        "the server's tool %s %s since its connector was confirmed; refresh the connector"
            .formatted(name, how),
        Optional.empty(),
        false);
  }

  private static JsonNode request(String cursor) {
    var request = Json.object().put("method", "tools/list");
    if (!cursor.isEmpty()) {
      request.putObject("parameters").put("cursor", cursor);
    }
    return request;
  }
}
