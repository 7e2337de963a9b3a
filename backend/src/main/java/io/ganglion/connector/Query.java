package io.ganglion.connector;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Names and values in the form of a query string or a form body. Immutable. */
public record Query(String text) {
  public static final Query EMPTY = new Query("");

  public static Query of(String name, String value) {
    return EMPTY.and(name, value);
  }

  public Query and(String name, String value) {
    var pair = encode(name) + "=" + encode(value);
    return new Query(text.isEmpty() ? pair : text + "&" + pair);
  }

  /** One path segment or value, percent-encoded. */
  public static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Never shown: values may be secrets. */
  @Override
  public String toString() {
    return "Query[redacted]";
  }
}
