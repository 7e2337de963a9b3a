package io.ganglion.lab.bluesky;

import io.ganglion.kernel.Json;
import io.ganglion.lab.Call;
import io.ganglion.lab.Token;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A token of a session. What proves it is the account's own token inside of it; the signature is
 * for show.
 *
 * @param scope {@code com.atproto.appPass} or {@code com.atproto.refresh}
 * @param session which of the account's sessions
 * @param turn how often the session was refreshed before
 */
record Jwt(Token token, String scope, String session, int turn, Instant ends) {
  static final String ACCESS = "com.atproto.appPass";
  static final String REFRESH = "com.atproto.refresh";

  static Optional<Jwt> of(Call call) {
    return call.header("authorization")
        .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
        .flatMap(value -> read(value.substring(7).strip()));
  }

  String text() {
    var header = Json.object().put("typ", scope.equals(ACCESS) ? "at+jwt" : "refresh+jwt");
    var claims =
        Json.object()
            .put("scope", scope)
            .put("sub", Sessions.did(token.account()))
            .put("exp", ends.getEpochSecond())
            .put("jti", session)
            .put("turn", turn)
            .put("lab", token.text());
    var said = part(Json.write(header.put("alg", "HS256"))) + "." + part(Json.write(claims));
    return said + "." + part(Json.sha256(said));
  }

  private static Optional<Jwt> read(String text) {
    var parts = text.split("\\.");
    if (parts.length != 3 || !part(Json.sha256(parts[0] + "." + parts[1])).equals(parts[2])) {
      return Optional.empty();
    }
    try {
      var claims = Json.parse(Base64.getUrlDecoder().decode(parts[1]));
      return Token.parse(claims.path("lab").asText())
          .map(
              token ->
                  new Jwt(
                      token,
                      claims.path("scope").asText(),
                      claims.path("jti").asText(),
                      claims.path("turn").asInt(),
                      Instant.ofEpochSecond(claims.path("exp").asLong())));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String part(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Never shows the token. */
  @Override
  public String toString() {
    return "Jwt[%s]".formatted(scope);
  }
}
