package io.ganglion.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.oauth.App;
import java.util.Optional;

/**
 * What is kept, sealed, until a person comes back.
 *
 * @param verifier proves that who redeems the code has asked for it
 * @param own the tenant's own app; empty: the operator's
 */
record KeptSecret(String verifier, Optional<App> own) {
  static KeptSecret of(JsonNode kept) {
    var app = kept.path("app");
    return new KeptSecret(
        kept.path("verifier").asText(),
        app.isObject()
            ? Optional.of(new App(app.path("id").asText(), app.path("secret").asText()))
            : Optional.empty());
  }

  JsonNode json() {
    var secret = Json.object().put("verifier", verifier);
    own.ifPresent(app -> secret.putObject("app").put("id", app.id()).put("secret", app.secret()));
    return secret;
  }

  /** Never shows it. */
  @Override
  public String toString() {
    return "KeptSecret[redacted]";
  }
}
