package io.ganglion.api.a2a;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Problem;

/**
 * What a request is refused with.
 *
 * @see <a href="https://a2a-protocol.org/v1.0.0/specification/">A2A 1.0, JSON-RPC errors</a>
 */
final class A2aError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int code;

  /** In the protocol's words; empty for what JSON-RPC itself has. */
  private final String reason;

  private A2aError(int code, String message) {
    this(code, "", message);
  }

  private A2aError(int code, String reason, String message) {
    super(message, null, false, false);
    this.code = code;
    this.reason = reason;
  }

  static A2aError parse(String message) {
    return new A2aError(-32700, message);
  }

  static A2aError request(String message) {
    return new A2aError(-32600, message);
  }

  static A2aError method() {
    return new A2aError(-32601, "Method not found");
  }

  static A2aError params(String message) {
    return new A2aError(-32602, message);
  }

  static A2aError noTask() {
    return new A2aError(-32001, "TASK_NOT_FOUND", "There is no such task of yours");
  }

  static A2aError notCancelable() {
    return new A2aError(-32002, "TASK_NOT_CANCELABLE", "The task has ended, or is ending");
  }

  static A2aError unsupported(String message) {
    return new A2aError(-32004, "UNSUPPORTED_OPERATION", message);
  }

  static A2aError contentType() {
    return new A2aError(
        -32005, "CONTENT_TYPE_NOT_SUPPORTED", "Send parts of text or data; files are not taken");
  }

  static A2aError version() {
    return new A2aError(-32009, "VERSION_NOT_SUPPORTED", "Send A2A-Version: 1.0");
  }

  /** A problem of the API, in this protocol's words. */
  static A2aError of(Problem problem) {
    return switch (problem.status()) {
      case 404 -> noTask();
      case 400, 413, 422 -> params(problem.title() + ": " + problem.detail());
      case 500, 503 -> new A2aError(-32603, problem.detail());
      default -> unsupported(problem.title() + ": " + problem.detail());
    };
  }

  ObjectNode response(JsonNode id) {
    var response = Json.object().put("jsonrpc", "2.0");
    response.set("id", id);
    var error = response.putObject("error").put("code", code).put("message", getMessage());
    if (!reason.isEmpty()) {
      error
          .putArray("data")
          .addObject()
          .put("@type", "type.googleapis.com/google.rpc.ErrorInfo")
          .put("reason", reason)
          .put("domain", "a2a-protocol.org");
    }
    return response;
  }
}
