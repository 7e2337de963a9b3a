package io.ganglion.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.oauth.App;
import io.ganglion.oauth.Tokens;
import java.util.Optional;

/**
 * What a person has let us have, as it is sealed: credentials for the connector, and beside them
 * what the next token is got by.
 *
 * @param own the tenant's own app; empty: the operator's
 */
record Grant(JsonNode credentials, Optional<String> refresh, Optional<App> own) {
  private static final String BESIDE = "oauth";

  static Grant of(String member, Tokens tokens, Optional<App> own) {
    return new Grant(Json.object().put(member, tokens.access()), tokens.refresh(), own);
  }

  /** After a refresh; a refresh token that isn't replaced stays. */
  Grant next(String member, Tokens tokens) {
    return new Grant(
        Json.object().put(member, tokens.access()), tokens.refresh().or(() -> refresh), own);
  }

  ObjectNode sealable() {
    ObjectNode all = credentials.deepCopy();
    var beside = all.putObject(BESIDE);
    refresh.ifPresent(token -> beside.put("refresh_token", token));
    own.ifPresent(app -> beside.putObject("app").put("id", app.id()).put("secret", app.secret()));
    return all;
  }

  static Grant read(JsonNode sealed) {
    ObjectNode credentials = sealed.deepCopy();
    var beside = credentials.remove(BESIDE);
    var app = beside.path("app");
    return new Grant(
        credentials,
        Optional.ofNullable(beside.path("refresh_token").textValue()),
        app.isObject()
            ? Optional.of(new App(app.path("id").asText(), app.path("secret").asText()))
            : Optional.empty());
  }

  /** Never shows what it holds. */
  @Override
  public String toString() {
    return "Grant[redacted]";
  }
}
