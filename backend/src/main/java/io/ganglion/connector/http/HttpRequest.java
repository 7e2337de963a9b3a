package io.ganglion.connector.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Query;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.endpoint.Origins;
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

  private static final String FORM = "application/x-www-form-urlencoded";

  String method() {
    return arguments.path("method").asText().toUpperCase(Locale.ROOT);
  }

  /**
   * The endpoint with its query.
   *
   * @throws URISyntaxException if it is no address
   */
  URI uri() throws URISyntaxException {
    var text = Origins.address(arguments.path("endpoint"));
    var query = query(arguments.path("query"));
    if (query.text().isEmpty()) {
      return new URI(text);
    }
    int fragment = text.indexOf('#');
    var address = fragment < 0 ? text : text.substring(0, fragment); // it is never sent
    return new URI(address + (address.indexOf('?') < 0 ? "?" : "&") + query.text());
  }

  /**
   * By the method, as HTTP defines it; a key of the author's makes any method repeatable, and so
   * does what the author vouches for.
   */
  RetryClass retryClass() {
    var vouched = arguments.path("retry").asText();
    if (reads() || vouched.equals("pure")) {
      return RetryClass.PURE;
    }
    return switch (method()) {
      case "PUT", "DELETE" -> RetryClass.IDEMPOTENT;
      default ->
          hasHeader("idempotency-key") || vouched.equals("idempotent")
              ? RetryClass.IDEMPOTENT
              : RetryClass.BLIND;
    };
  }

  private boolean reads() {
    return switch (method()) {
      case "GET", "HEAD", "OPTIONS" -> true;
      default -> false;
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
        redirects() && reads() ? MAX_REDIRECTS : 0);
  }

  /** A text is sent as it is, an object as a form if its header says so, anything else as JSON. */
  private byte[] body() {
    var body = arguments.path("body");
    if (body.isMissingNode() || body.isNull()) {
      return new byte[0];
    }
    String text;
    if (body.isTextual()) {
      text = body.asText();
    } else if (body.isObject() && header("content-type").startsWith(FORM)) {
      text = query(body).text().replace("%20", "+");
    } else {
      text = Json.write(body);
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Names and values, a list as its items under one name. */
  private static Query query(JsonNode pairs) {
    var query = Query.EMPTY;
    for (var entry : pairs.properties()) {
      var values = entry.getValue().isArray() ? entry.getValue() : List.of(entry.getValue());
      for (var value : values) {
        query = query.and(entry.getKey(), plain(value));
      }
    }
    return query;
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
    return headers;
  }

  private boolean hasHeader(String name) {
    return !header(name).isBlank();
  }

  /** Empty where there is none. */
  private String header(String name) {
    return arguments.path("headers").properties().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
        .map(entry -> entry.getValue().asText())
        .findFirst()
        .orElse("");
  }

  private static String plain(JsonNode value) {
    return value.isContainerNode() ? Json.write(value) : value.asText();
  }
}
