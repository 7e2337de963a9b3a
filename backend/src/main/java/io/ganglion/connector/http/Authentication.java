package io.ganglion.connector.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Credentials;
import io.ganglion.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** The endpoint's literal authentication, and all secrets of a call. */
final class Authentication {
  private Authentication() {}

  /** The value of the Authorization header; empty where the endpoint names no authentication. */
  static Optional<String> header(JsonNode arguments) {
    var policy = arguments.at("/endpoint/authentication");
    if (policy.has("bearer")) {
      return Optional.of("Bearer " + policy.at("/bearer/token").asText());
    }
    if (policy.has("basic")) {
      var pair =
          policy.at("/basic/username").asText() + ":" + policy.at("/basic/password").asText();
      return Optional.of(
          "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }
    return Optional.empty();
  }

  /** What must not come back in an output or a reason, although the peer may echo it. */
  static Credentials secrets(JsonNode arguments) {
    var values = Json.object();
    var policy = arguments.at("/endpoint/authentication");
    values.put("token", policy.at("/bearer/token").asText(""));
    values.put("password", policy.at("/basic/password").asText(""));
    header(arguments).ifPresent(h -> values.put("header", h.substring(h.indexOf(' ') + 1)));
    arguments
        .path("headers")
        .properties()
        .forEach(
            entry -> {
              if (secret(entry.getKey())) {
                values.put("header " + entry.getKey(), entry.getValue().asText());
              }
            });
    return new Credentials(values);
  }

  /** Whether a header's value is taken for a credential. */
  static boolean secret(String header) {
    var lower = header.toLowerCase(Locale.ROOT);
    return lower.contains("auth")
        || lower.contains("cookie")
        || lower.contains("token")
        || lower.contains("secret")
        || lower.contains("api-key")
        || lower.contains("apikey");
  }
}
