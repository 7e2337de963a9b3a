package io.ganglion.connector;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.egress.HttpCall;
import io.ganglion.kernel.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One request to the platform of a session: redirects are never followed, so that credentials go to
 * the platform alone.
 *
 * @param path from the base address, starting with a slash, query included, already encoded
 */
public record PlatformCall(
    Session session,
    String method,
    String path,
    Map<String, List<String>> headers,
    byte[] body,
    Duration timeout) {
  public static PlatformCall of(Session session, String method, String path, Duration timeout) {
    return new PlatformCall(
        session, method, path, Map.of("Accept", List.of("application/json")), new byte[0], timeout);
  }

  public PlatformCall header(String name, String value) {
    var more = new HashMap<>(headers);
    more.put(name, List.of(value));
    return new PlatformCall(session, method, path, Map.copyOf(more), body, timeout);
  }

  /** With {@code Authorization: Bearer <token>}. */
  public PlatformCall bearer(String token) {
    return header("Authorization", "Bearer " + token);
  }

  public PlatformCall json(JsonNode content) {
    return body("application/json", Json.write(content));
  }

  public PlatformCall form(Query fields) {
    return body("application/x-www-form-urlencoded", fields.text());
  }

  /** With a body of any type, e.g. a picture. */
  public PlatformCall content(String type, byte[] bytes) {
    return new PlatformCall(
        session, method, path, header("Content-Type", type).headers(), bytes, timeout);
  }

  /** The same with another timeout. */
  public PlatformCall within(Duration other) {
    return new PlatformCall(session, method, path, headers, body, other);
  }

  private PlatformCall body(String type, String text) {
    return content(type, text.getBytes(StandardCharsets.UTF_8));
  }

  /** For {@link io.ganglion.egress.Egress}. */
  public HttpCall http() {
    return http(false);
  }

  /** As {@link #http}, on a new connection: a reused one can fail with unknown fate. */
  public HttpCall blind() {
    return http(true);
  }

  private HttpCall http(boolean fresh) {
    return new HttpCall(
        method,
        URI.create(session.baseUrl() + path),
        headers,
        body,
        timeout,
        session.origin(),
        fresh,
        0);
  }

  /** Never shows path, headers or body. */
  @Override
  public String toString() {
    return "PlatformCall[%s]".formatted(method);
  }
}
