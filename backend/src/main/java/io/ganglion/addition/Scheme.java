package io.ganglion.addition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * One way in which an API knows its callers.
 *
 * @param name a word that the credentials' members begin with
 * @param title for people
 * @param key the header's or parameter's name of an API key; the token endpoint of client
 *     credentials; else empty
 * @param scopes asked for with client credentials
 */
record Scheme(String name, Kind kind, String title, String key, List<String> scopes) {
  private static final int MAX_SECRET = 16_384;

  Scheme {
    scopes = List.copyOf(scopes);
  }

  enum Kind {
    HEADER,
    QUERY,
    BASIC,
    BEARER,
    CLIENT_CREDENTIALS
  }

  /** Names of the credentials' members it takes. */
  List<String> members() {
    return switch (kind) {
      case HEADER, QUERY, BEARER -> List.of(name);
      case BASIC -> List.of(name + "_username", name + "_password");
      case CLIENT_CREDENTIALS -> List.of(name + "_client_id", name + "_client_secret");
    };
  }

  /** The members that tell one account from another. */
  List<String> naming() {
    return List.of(members().getFirst());
  }

  boolean filled(JsonNode credentials) {
    return members().stream().allMatch(member -> credentials.path(member).isTextual());
  }

  /** Adds its members to a schema of credentials. */
  void describe(ObjectNode properties) {
    var members = members();
    for (int i = 0; i < members.size(); i++) {
      var member = properties.putObject(members.get(i));
      member.put("type", "string").put("minLength", 1).put("maxLength", MAX_SECRET);
      boolean secret = i == members.size() - 1;
      if (secret) {
        member.put("writeOnly", true);
      }
      member.put("description", description(secret));
    }
  }

  private String description(boolean secret) {
    return switch (kind) {
      case HEADER -> title + ": sent as header " + key;
      case QUERY -> title + ": sent as query parameter " + key;
      case BASIC -> title + (secret ? ": password" : ": user name");
      case BEARER -> title + ": a token";
      case CLIENT_CREDENTIALS ->
          "%s: %s, sent to %s"
              .formatted(title, secret ? "client secret" : "client identifier", key);
    };
  }

  /** As {@code endpoint.Policy} reads it; of schemes that fill the Authorization header. */
  ObjectNode policy(JsonNode credentials) {
    var policy = Json.object();
    var members = members();
    var first = credentials.path(members.getFirst()).asText();
    var last = credentials.path(members.getLast()).asText();
    switch (kind) {
      case HEADER, QUERY -> {}
      case BEARER -> policy.putObject("bearer").put("token", first);
      case BASIC -> policy.putObject("basic").put("username", first).put("password", last);
      case CLIENT_CREDENTIALS -> {
        var endpoint = URI.create(key);
        var oauth = policy.putObject("oauth2").put("grant", "client_credentials");
        oauth.put("authority", endpoint.getScheme() + "://" + endpoint.getRawAuthority());
        var query = endpoint.getRawQuery() == null ? "" : "?" + endpoint.getRawQuery();
        oauth.putObject("endpoints").put("token", endpoint.getRawPath() + query);
        oauth.putObject("client").put("id", first).put("secret", last);
        scopes.forEach(oauth.putArray("scopes")::add);
      }
    }
    return policy;
  }

  static Scheme of(JsonNode json) {
    return new Scheme(
        json.path("name").asText(),
        Kind.valueOf(json.path("kind").asText().toUpperCase(Locale.ROOT)),
        json.path("title").asText(),
        json.path("key").asText(),
        json.path("scopes").valueStream().map(JsonNode::asText).toList());
  }

  JsonNode toJson() {
    var json = Json.object().put("name", name).put("kind", kind.name().toLowerCase(Locale.ROOT));
    json.put("title", title).put("key", key);
    scopes.forEach(json.putArray("scopes")::add);
    return json;
  }
}
