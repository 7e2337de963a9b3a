package io.ganglion.lab.bluesky;

import io.ganglion.kernel.Json;
import io.ganglion.lab.Reply;

/** Errors as XRPC has them. */
final class Errors {
  private Errors() {}

  static Reply invalid(String message) {
    return of(400, "InvalidRequest", message);
  }

  static Reply of(int status, String error, String message) {
    return Reply.of(status, Json.object().put("error", error).put("message", message));
  }
}
