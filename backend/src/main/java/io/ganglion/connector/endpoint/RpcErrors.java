package io.ganglion.connector.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Credentials;
import io.ganglion.connector.Outcome;
import java.util.Map;
import java.util.Optional;

/**
 * What the errors of a protocol over JSON-RPC prove. Pure.
 *
 * @param peer for people, e.g. {@code the MCP server}
 * @param before the protocol's own errors that come before anything is done, with the HTTP status
 *     that fits
 */
public record RpcErrors(String peer, Map<Integer, Integer> before) {
  private static final int INTERNAL = 500;
  private static final int MAX_REASON = 1000;

  /** JSON-RPC's own. */
  private static final Map<Integer, Integer> COMMON =
      Map.of(-32700, 400, -32600, 400, -32601, 404, -32602, 400);

  /**
   * Judges an error.
   *
   * @param harmless whether nothing can have happened, whatever the error
   */
  public Outcome judge(JsonNode error, boolean harmless, Credentials secrets) {
    int code = error.path("code").asInt();
    var reason =
        "%s answered error %d: %s"
            .formatted(peer, code, plain(error.path("message").asText(""), secrets));
    boolean early = COMMON.containsKey(code) || before.containsKey(code);
    int status = COMMON.getOrDefault(code, before.getOrDefault(code, INTERNAL));
    return harmless || early
        ? new Outcome.NotLanded(status, reason, Optional.empty(), false)
        : new Outcome.Unknown(status, reason);
  }

  /** A peer's words on one line, at most 1,000 characters, no secrets. */
  public static String plain(String text, Credentials secrets) {
    var line = secrets.hide(text).replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() > MAX_REASON ? line.substring(0, MAX_REASON) : line;
  }
}
