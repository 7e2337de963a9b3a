package io.ganglion.api.a2a;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.api.JsonTree;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What was sent as a request of JSON-RPC 2.0. It is read in two steps, so that what is wrong with
 * it is answered under its own identifier wherever there is one.
 *
 * @param unkept why what it says can't be kept; empty when it can
 * @see <a href="https://www.jsonrpc.org/specification">JSON-RPC 2.0</a>
 */
record RpcRequest(JsonNode sent, String unkept) {
  /**
   * @throws A2aError if it is no JSON
   */
  static RpcRequest read(byte[] body) {
    try {
      return new RpcRequest(JsonTree.read(body), "");
    } catch (InvalidRequest e) {
      var sent = wellFormed(body).orElseThrow(() -> A2aError.parse(e.detail()));
      return new RpcRequest(sent, e.detail());
    } catch (IOException e) {
      throw A2aError.parse("Send one JSON-RPC request");
    }
  }

  /** JSON, though it may hold what we can't keep. */
  private static Optional<JsonNode> wellFormed(byte[] body) {
    try {
      var unused = JsonTree.text(body);
      return Optional.of(Json.parse(body));
    } catch (InvalidRequest | IOException e) {
      return Optional.empty();
    }
  }

  /** The request's own name; null where none can be read. */
  JsonNode id() {
    var id = sent.path("id");
    return id.isIntegralNumber() || (id.isTextual() && writable(id.textValue()))
        ? id
        : NullNode.getInstance();
  }

  /** A lone surrogate can't be sent back. */
  private static boolean writable(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  /**
   * Whether it is a request at all, whatever it asks for.
   *
   * @throws A2aError if it is none, or says what can't be kept
   */
  void check() {
    if (!sent.isObject()
        || id().isNull()
        || !"2.0".equals(sent.path("jsonrpc").textValue())
        || !sent.path("method").isTextual()) {
      throw A2aError.request("Send one JSON-RPC 2.0 request with an id");
    }
    if (!unkept.isEmpty()) {
      throw A2aError.params(unkept);
    }
    if (!params().isObject()) {
      throw A2aError.params("'params' has to be an object");
    }
  }

  String method() {
    return sent.path("method").asText();
  }

  /** Nothing is as good as nothing in it. */
  JsonNode params() {
    return sent.hasNonNull("params") ? sent.path("params") : Json.object();
  }
}
