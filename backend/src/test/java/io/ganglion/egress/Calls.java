package io.ganglion.egress;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Requests for tests. */
final class Calls {
  static final Duration SHORT = Duration.ofMillis(400);

  private Calls() {}

  static HttpCall get(URI uri) {
    return new HttpCall(
        "GET", uri, Map.of(), new byte[0], Duration.ofSeconds(5), Origin.TENANT, false, 0);
  }

  static HttpCall post(URI uri, String body) {
    return new HttpCall(
        "POST",
        uri,
        Map.of(),
        body.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        Duration.ofSeconds(5),
        Origin.TENANT,
        false,
        0);
  }

  static HttpCall brief(HttpCall c) {
    return new HttpCall(
        c.method(), c.uri(), c.headers(), c.body(), SHORT, c.origin(), c.fresh(), c.redirects());
  }

  static HttpCall fresh(HttpCall c) {
    return new HttpCall(
        c.method(), c.uri(), c.headers(), c.body(), c.timeout(), c.origin(), true, c.redirects());
  }

  static HttpCall by(Origin origin, HttpCall c) {
    return new HttpCall(
        c.method(), c.uri(), c.headers(), c.body(), c.timeout(), origin, c.fresh(), c.redirects());
  }

  static HttpCall following(int redirects, HttpCall c) {
    return new HttpCall(
        c.method(), c.uri(), c.headers(), c.body(), c.timeout(), c.origin(), c.fresh(), redirects);
  }

  static HttpCall with(String name, String value, HttpCall c) {
    var headers = new java.util.HashMap<>(c.headers());
    headers.put(name, List.of(value));
    return new HttpCall(
        c.method(), c.uri(), headers, c.body(), c.timeout(), c.origin(), c.fresh(), c.redirects());
  }
}
