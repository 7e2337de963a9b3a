package io.ganglion.lab;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as a simulated platform sees it.
 *
 * @param path below the platform's base address, starting with a slash
 * @param query as it was sent, without the question mark; signatures cover it byte by byte
 * @param headers by lower-case name
 * @param site scheme and host that the caller used, for links back to us
 */
public record Call(
    String method,
    String path,
    String query,
    Map<String, String> headers,
    byte[] body,
    String site) {
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The token of {@code Authorization: Bearer}. */
  public Optional<Token> bearer() {
    return header("authorization")
        .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
        .flatMap(value -> Token.parse(value.substring(7).strip()));
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The body, if it is a JSON object. */
  public Optional<JsonNode> json() {
    try {
      return Optional.of(Json.parse(body)).filter(JsonNode::isObject);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Query and form members by name, decoded; the body wins. */
  public Map<String, String> parameters() {
    var all = new LinkedHashMap<String, String>();
    read(query, all);
    var type = header("content-type").orElse("");
    if (type.startsWith("application/x-www-form-urlencoded")) {
      read(text(), all);
    } else if (type.startsWith("application/json")) {
      json()
          .ifPresent(
              object ->
                  object.properties().forEach(e -> all.put(e.getKey(), e.getValue().asText())));
    }
    return all;
  }

  private static void read(String encoded, Map<String, String> into) {
    for (var pair : encoded.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        into.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // a stray percent sign: as it stands
    }
  }

  /** Shows no path, headers or body: any of them may hold a credential. */
  @Override
  public String toString() {
    return "Call[%s]".formatted(method);
  }
}
