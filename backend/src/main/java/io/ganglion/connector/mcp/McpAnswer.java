package io.ganglion.connector.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Credentials;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.endpoint.Rpc.Reply;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a server's answer to a call proves. Pure. */
final class McpAnswer {
  private static final int INTERNAL = 500;
  private static final int BAD_GATEWAY = 502;
  private static final int MAX_REASON = 1000;

  /** Errors that come before anything is done, with the HTTP status that fits. */
  private static final Map<Integer, Integer> BEFORE =
      Map.of(-32700, 400, -32600, 400, -32601, 404, -32602, 400, -32002, 404);

  private McpAnswer() {}

  static Outcome judge(Reply reply, RetryClass retryClass) {
    return switch (reply) {
      case Reply.Missed missed -> missed.outcome();
      case Reply.Taken taken when taken.responses().isEmpty() ->
          new Outcome.Unknown(BAD_GATEWAY, "the MCP server ended its answer without a response");
      case Reply.Taken taken ->
          response(taken.responses().getFirst(), retryClass == RetryClass.PURE, taken.secrets());
    };
  }

  private static Outcome response(JsonNode response, boolean pure, Credentials secrets) {
    if (response.has("error")) {
      return error(response.path("error"), pure, secrets);
    }
    var result = response.path("result");
    if (!result.isObject()) {
      return new Outcome.Unknown(BAD_GATEWAY, "the MCP server answered no result");
    }
    return result.path("isError").asBoolean(false)
        ? failed(result, secrets)
        : new Outcome.Landed(secrets.hide(result), "", Optional.empty());
  }

  /** The tool's own word that it failed; whether to call it again is for the workflow to say. */
  private static Outcome failed(JsonNode result, Credentials secrets) {
    var said =
        result
            .path("content")
            .valueStream()
            .map(part -> part.path("text").asText(""))
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining(" "));
    return new Outcome.NotLanded(
        INTERNAL, "the tool failed: " + plain(said, secrets), Optional.empty(), false);
  }

  /**
   * @param harmless whether nothing can have happened, whatever the error
   */
  static Outcome error(JsonNode error, boolean harmless, Credentials secrets) {
    int code = error.path("code").asInt();
    var reason =
        "the MCP server answered error %d: %s"
            .formatted(code, plain(error.path("message").asText(""), secrets));
    var status = BEFORE.getOrDefault(code, INTERNAL);
    return harmless || BEFORE.containsKey(code)
        ? new Outcome.NotLanded(status, reason, Optional.empty(), false)
        : new Outcome.Unknown(status, reason);
  }

  private static String plain(String text, Credentials secrets) {
    var line = secrets.hide(text).replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() > MAX_REASON ? line.substring(0, MAX_REASON) : line;
  }
}
