package io.ganglion.api.mcp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One request's way back: an event stream once it is open, and whether anybody still listens. */
final class Wire {
  /** The library's JSON: as ours, and lenient about members that later revisions add. */
  static final McpJsonMapper JSON =
      new JacksonMcpJsonMapper(
          Json.mapper()
              .copy()
              .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .setDefaultPropertyInclusion( // of records; what a tool is given keeps its nulls
                  JsonInclude.Value.construct(
                      JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS)));

  private static final byte[] KEEP_ALIVE = ":\n\n".getBytes(StandardCharsets.UTF_8);

  private @Nullable OutputStream stream;
  private volatile boolean gone;

  void open(OutputStream out) {
    stream = out;
  }

  /** Whether a message can be sent before the answer. */
  boolean isOpen() {
    return stream != null && !gone;
  }

  /** The client hung up, or said that it no longer waits. */
  boolean gone() {
    return gone;
  }

  void leave() {
    gone = true;
  }

  void send(Object message) {
    write(
        ("event: message\ndata: " + Json.write(tree(message)) + "\n\n")
            .getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Keeps what is between us from closing a quiet stream, and finds out that the client is gone.
   */
  void keepAlive() {
    write(KEEP_ALIVE);
  }

  private void write(byte[] bytes) {
    var out = stream;
    if (out == null || gone) {
      return;
    }
    try {
      out.write(bytes);
      out.flush();
    } catch (IOException hungUp) {
      gone = true;
    }
  }

  static byte[] bytes(Object message) {
    return Json.write(tree(message)).getBytes(StandardCharsets.UTF_8);
  }

  static JsonNode tree(Object value) {
    return value instanceof JsonNode node ? node : JSON.convertValue(value, JsonNode.class);
  }

  static ObjectNode object(@Nullable Object value) {
    return value != null && tree(value) instanceof ObjectNode object
        ? object.deepCopy()
        : Json.object();
  }
}
