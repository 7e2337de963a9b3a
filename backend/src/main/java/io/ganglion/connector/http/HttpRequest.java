package io.ganglion.connector.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Query;
import io.ganglion.connector.RetryClass;
import io.ganglion.egress.HttpCall;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A call's arguments in terms of HTTP. Pure. */
record HttpRequest(JsonNode arguments) {
  /** Hops followed where the author allows redirects. */
  private static final int MAX_REDIRECTS = 5;

  String method() {
    return arguments.path("method").asText().toUpperCase(Locale.ROOT);
  }

  /**
   * The endpoint with its query.
   *
   * @throws URISyntaxException if it is no address
   */
  URI uri() throws URISyntaxException {
    var endpoint = arguments.path("endpoint");
    var text = endpoint.isTextual() ? endpoint.asText() : endpoint.path("uri").asText();
    var query = Query.EMPTY;
    for (var entry : arguments.path("query").properties()) {
      var values = entry.getValue().isArray() ? entry.getValue() : List.of(entry.getValue());
      for (var value : values) {
        query = query.and(entry.getKey(), plain(value));
      }
    }
    if (query.text().isEmpty()) {
      return new URI(text);
    }
    return new URI(text + (text.indexOf('?') < 0 ? "?" : "&") + query.text());
  }

  /** By the method, as HTTP defines it; a key of the author's makes any method repeatable. */
  RetryClass retryClass() {
    return switch (method()) {
      case "GET", "HEAD", "OPTIONS" -> RetryClass.PURE;
      case "PUT", "DELETE" -> RetryClass.IDEMPOTENT;
      default -> hasHeader("idempotency-key") ? RetryClass.IDEMPOTENT : RetryClass.BLIND;
    };
  }

  /** Whether a 3xx is an answer and not an error. */
  boolean redirects() {
    return arguments.path("redirect").asBoolean(false);
  }

  HttpCall call(URI uri, Duration timeout) {
    var body = body();
    return new HttpCall(
        method(),
        uri,
        headers(body.length > 0),
        body,
        timeout,
        Origin.TENANT,
        retryClass() == RetryClass.BLIND,
        redirects() && retryClass() == RetryClass.PURE ? MAX_REDIRECTS : 0);
  }

  /** A text is sent as it is, anything else as JSON. */
  private byte[] body() {
    var body = arguments.path("body");
    if (body.isMissingNode() || body.isNull()) {
      return new byte[0];
    }
    return (body.isTextual() ? body.asText() : Json.write(body)).getBytes(StandardCharsets.UTF_8);
  }

  private Map<String, List<String>> headers(boolean hasBody) {
    var headers = new LinkedHashMap<String, List<String>>();
    arguments
        .path("headers")
        .properties()
        .forEach(entry -> headers.put(entry.getKey(), List.of(entry.getValue().asText())));
    if (hasBody && !hasHeader("content-type")) {
      var text = arguments.path("body").isTextual();
      headers.put("Content-Type", List.of(text ? "text/plain; charset=utf-8" : "application/json"));
    }
    Authentication.header(arguments).ifPresent(v -> headers.put("Authorization", List.of(v)));
    return headers;
  }

  private boolean hasHeader(String name) {
    return arguments.path("headers").properties().stream()
        .anyMatch(
            entry -> entry.getKey().equalsIgnoreCase(name) && !entry.getValue().asText().isBlank());
  }

  private static String plain(JsonNode value) {
    return value.isContainerNode() ? Json.write(value) : value.asText();
  }
}
