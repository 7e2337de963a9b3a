package io.ganglion.connector.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Credentials;
import io.ganglion.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** An endpoint's authentication, secrets resolved. Pure. */
public record Policy(JsonNode json) {
  private static final Set<String> OAUTH = Set.of("oauth2", "oidc");

  /** That of a call's arguments; without a scheme where the endpoint names none. */
  public static Policy of(JsonNode arguments) {
    return new Policy(arguments.at("/endpoint/authentication"));
  }

  /** Whether it works with a token that an authority gives out. */
  boolean oauth() {
    return OAUTH.stream().anyMatch(json::has);
  }

  boolean oidc() {
    return json.has("oidc");
  }

  boolean digest() {
    return json.has("digest");
  }

  /** The settings of the scheme. */
  JsonNode settings() {
    return json.isObject() && !json.isEmpty() ? json.iterator().next() : Json.object();
  }

  /** One text of the settings; empty where it is missing. */
  String text(String name) {
    return settings().path(name).asText("");
  }

  /** The value of the Authorization header where the settings alone make it. */
  Optional<String> header() {
    if (json.has("bearer")) {
      return Optional.of("Bearer " + text("token"));
    }
    if (json.has("basic")) {
      return Optional.of("Basic " + basic(text("username"), text("password")));
    }
    return Optional.empty();
  }

  /** What is missing for the scheme to work, if anything. */
  Optional<String> missing() {
    if (json.has("bearer") && text("token").isEmpty()) {
      return Optional.of("bearer has no token");
    }
    boolean login = json.has("basic") || digest();
    if (login && (text("username").isEmpty() || text("password").isEmpty())) {
      return Optional.of("basic and digest need a username and a password");
    }
    if (oauth() && text("authority").isEmpty()) {
      return Optional.of("oauth2 and oidc need an authority");
    }
    return Optional.empty();
  }

  static String basic(String username, String password) {
    var pair = username + ":" + password;
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  /** What must not come back in an output or a reason, although the peer may echo it. */
  public static Credentials secrets(JsonNode arguments, JsonNode hidden) {
    var values = Json.object();
    var policy = of(arguments);
    values.set("hidden", hidden);
    for (var name : Set.of("token", "password")) {
      values.put(name, policy.text(name));
    }
    values.put("secret", policy.settings().at("/client/secret").asText(""));
    values.put("assertion", policy.settings().at("/client/assertion").asText(""));
    values.put("subject", policy.settings().at("/subject/token").asText(""));
    values.put("actor", policy.settings().at("/actor/token").asText(""));
    policy.header().ifPresent(h -> values.put("header", h.substring(h.indexOf(' ') + 1)));
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
  public static boolean secret(String header) {
    var lower = header.toLowerCase(Locale.ROOT);
    return lower.contains("auth")
        || lower.contains("cookie")
        || lower.contains("token")
        || lower.contains("secret")
        || lower.contains("api-key")
        || lower.contains("apikey");
  }

  /** Never shows what it holds. */
  @Override
  public String toString() {
    return "Policy[redacted]";
  }
}
