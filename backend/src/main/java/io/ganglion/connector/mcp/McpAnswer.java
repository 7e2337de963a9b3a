package io.ganglion.connector.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Credentials;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.endpoint.Rpc.Reply;
import io.ganglion.connector.endpoint.RpcErrors;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a server's answer to a call proves. Pure. */
final class McpAnswer {
  private static final int INTERNAL = 500;
  private static final int BAD_GATEWAY = 502;

  /** JSON-RPC's own, and "resource not found". */
  private static final RpcErrors ERRORS = new RpcErrors("the MCP server", Map.of(-32002, 404));

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
        INTERNAL, "the tool failed: " + RpcErrors.plain(said, secrets), Optional.empty(), false);
  }

  /**
   * @param harmless whether nothing can have happened, whatever the error
   */
  static Outcome error(JsonNode error, boolean harmless, Credentials secrets) {
    return ERRORS.judge(error, harmless, secrets);
  }
}
