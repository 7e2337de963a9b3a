package io.ganglion.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ganglion.kernel.Json;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Authentication policies: those of {@code use} put in place where a call names them, and those
 * that are a secret turned into the expression that reads it.
 *
 * @param named of {@code use.authentications}, as they are written
 * @param secrets of {@code use.secrets}
 */
record Authentications(KnownMismatches known, Map<String, Part> named, Set<String> secrets) {
  private static final JsonNode SCHEMA = Resource.json("authentication.json");
  private static final String USE = "use";

  /** Checks those that calls may name. */
  void checkNamed() {
    named.values().forEach(this::policy);
  }

  /** The policy at this place; empty if it is wrong, which a finding then says. */
  Optional<JsonNode> at(Part part) {
    var name = part.get(USE);
    if (name.isEmpty()) {
      return policy(part);
    }
    part.only(Set.of(USE));
    return name.get()
        .text("'use'")
        .flatMap(
            text -> {
              if (!named.containsKey(text)) {
                name.get()
                    .wrong(
                        "use.authentications has no '%s'%s"
                            .formatted(text, Closest.hint(text, named.keySet())));
              }
              return Optional.ofNullable(named.get(text));
            })
        .map(this::secretsRead);
  }

  private Optional<JsonNode> policy(Part part) {
    if (part.object("an authentication").isEmpty()) {
      return Optional.empty();
    }
    if (part.has("certificate")) {
      part.wrong("client certificates are not offered; use basic, bearer, digest, oauth2 or oidc");
      return Optional.empty();
    }
    part.members().values().forEach(this::checkSecret);
    var policy = secretsRead(part);
    known.report(SCHEMA, policy, part);
    return Optional.of(policy);
  }

  private void checkSecret(Part scheme) {
    scheme
        .get(USE)
        .ifPresent(
            use ->
                use.text("a secret's name")
                    .filter(secret -> !secrets.contains(secret))
                    .ifPresent(
                        secret ->
                            use.wrong(
                                "use.secrets has no '%s'%s"
                                    .formatted(secret, Closest.hint(secret, secrets)))));
  }

  /**
   * With {@code basic: {use: login}} as {@code basic: ${ $secrets["login"] }}, and {@code bearer:
   * ${ .token }} as {@code bearer: {token: ${ .token }}}.
   */
  private JsonNode secretsRead(Part policy) {
    ObjectNode read = Json.object();
    policy
        .members()
        .forEach(
            (scheme, settings) ->
                read.set(
                    scheme,
                    scheme.equals("bearer") && settings.node().isTextual()
                        ? Json.object().set("token", settings.node())
                        : secretRead(settings.node())));
    return read;
  }

  private static JsonNode secretRead(JsonNode settings) {
    return settings.size() == 1 && settings.path(USE).isTextual()
        ? expression(settings.path(USE))
        : settings;
  }

  private static JsonNode expression(JsonNode secret) {
    return TextNode.valueOf("${ $secrets[%s] }".formatted(Json.write(secret)));
  }
}
