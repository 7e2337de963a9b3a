package io.ganglion.notification;

import io.ganglion.kernel.Json;
import io.ganglion.webhook.SigningKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where messages of a channel go: whoever knows it may write there.
 *
 * @param secret {@code whsec_…}, which messages are signed with; empty: they aren't
 */
record Target(URI url, Optional<String> secret) {
  byte[] bytes() {
    return Json.write(Json.object().put("url", url.toString()).put("secret", secret.orElse(null)))
        .getBytes(StandardCharsets.UTF_8);
  }

  static Target read(byte[] bytes) {
    var json = Json.read(new String(bytes, StandardCharsets.UTF_8));
    return new Target(
        URI.create(json.path("url").asText()),
        Optional.ofNullable(json.path("secret").textValue()));
  }

  Optional<SigningKey> key() {
    return secret.flatMap(SigningKey::shared);
  }

  /** Never shows any of it. */
  @Override
  public String toString() {
    return "Target[%s]".formatted(url.getHost());
  }
}
