package io.ganglion.api.mcp;

import io.modelcontextprotocol.modern.JsonRpc.JSONRPCResponse;
import io.modelcontextprotocol.modern.JsonRpc.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.modern.McpSchema.ErrorCodes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Errors of JSON-RPC, and the HTTP status that the protocol gives them. */
final class RpcErrors {
  private RpcErrors() {}

  static Response parse(String message) {
    return answer(null, ErrorCodes.PARSE_ERROR, message);
  }

  static Response invalid(@Nullable Object id, String message) {
    return answer(id, ErrorCodes.INVALID_REQUEST, message);
  }

  static Response params(@Nullable Object id, String message) {
    return answer(id, ErrorCodes.INVALID_PARAMS, message);
  }

  static Response header(@Nullable Object id, String message) {
    return answer(id, ErrorCodes.HEADER_MISMATCH, message);
  }

  private static Response answer(@Nullable Object id, int code, String message) {
    return answer(JSONRPCResponse.error(id, new JSONRPCError(code, message)));
  }

  /** An error of the current revision. */
  static Response answer(JSONRPCResponse response) {
    return json(status(response), response);
  }

  static Response json(int status, JSONRPCResponse response) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON)
        .entity(Wire.bytes(response))
        .build();
  }

  private static int status(JSONRPCResponse response) {
    return switch (response.error() == null ? 0 : response.error().code()) {
      case ErrorCodes.METHOD_NOT_FOUND -> 404;
      case ErrorCodes.PARSE_ERROR,
          ErrorCodes.INVALID_REQUEST,
          ErrorCodes.INVALID_PARAMS,
          ErrorCodes.HEADER_MISMATCH,
          ErrorCodes.MISSING_REQUIRED_CLIENT_CAPABILITY,
          ErrorCodes.UNSUPPORTED_PROTOCOL_VERSION ->
          400;
      default -> 200;
    };
  }
}
