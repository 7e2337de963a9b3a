package io.ganglion.lab.solana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Call;
import io.ganglion.lab.Reply;

/**
 * One JSON-RPC request.
 *
 * @param parameters an array, empty where none were sent
 */
record Rpc(JsonNode id, String method, JsonNode parameters) {
  static final int PREFLIGHT = -32002;
  static final int BAD_SIGNATURE = -32003;
  static final int INVALID_PARAMETERS = -32602;
  static final int NO_METHOD = -32601;
  static final int INTERNAL = -32603;

  /** A node understood and declines. */
  static final class Declined extends Exception {
    private static final long serialVersionUID = 1;
    private final int code;
    private final String error;

    /**
     * @param error the runtime's name of it; empty for none
     */
    Declined(int code, String message, String error) {
      super(message, null, false, false);
      this.code = code;
      this.error = error;
    }
  }

  /** Reads the body; a body that is no request has an empty method. */
  static Rpc of(Call call) {
    var body = call.json();
    var id = body.map(json -> json.path("id")).filter(node -> !node.isMissingNode());
    return new Rpc(
        id.orElse(NullNode.getInstance()),
        body.map(json -> json.path("method").asText("")).orElse(""),
        body.map(json -> json.path("params")).orElse(NullNode.getInstance()));
  }

  /** The text of a parameter. */
  String text(int i) throws Declined {
    var value = parameters.path(i);
    if (!value.isTextual()) {
      throw new Declined(
          INVALID_PARAMETERS, "Invalid params: invalid type: null, expected a string.", "");
    }
    return value.textValue();
  }

  Reply result(JsonNode value) {
    var body = Json.object().put("jsonrpc", "2.0");
    body.set("id", id);
    return Reply.ok(body.set("result", value));
  }

  Reply declined(Declined why) {
    var reply = error(200, why.code, String.valueOf(why.getMessage()));
    if (!why.error.isEmpty()) {
      var data = reply.body().withObject("/error").putObject("data").put("err", why.error);
      data.putArray("logs");
      data.put("unitsConsumed", 0);
    }
    return reply;
  }

  Reply error(int status, int code, String message) {
    var body = Json.object().put("jsonrpc", "2.0");
    body.set("id", id);
    body.putObject("error").put("code", code).put("message", message);
    return Reply.of(status, body);
  }
}
