package io.ganglion.connector.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.RetryClass;

/** What the protocol and the author say of a call's repetition. Pure. */
final class Methods {
  private static final String CALL = "tools/call";

  private Methods() {}

  /**
   * Lists and reads are pure. A tool may do anything: its server's annotations are claims, which
   * count once the author repeats them as {@code retry}.
   */
  static RetryClass retryClass(JsonNode arguments) {
    if (!arguments.path("method").asText().equals(CALL)) {
      return RetryClass.PURE;
    }
    return switch (arguments.path("retry").asText()) {
      case "pure" -> RetryClass.PURE;
      case "idempotent" -> RetryClass.IDEMPOTENT;
      default -> RetryClass.BLIND;
    };
  }
}
