package io.ganglion.connector.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Credentials;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * A session of an account.
 *
 * @param access sent with calls, until {@code accessEnds}
 * @param refresh sent once, for the session that comes after, until {@code refreshEnds}
 */
record Login(
    String did,
    String handle,
    String access,
    String refresh,
    Instant accessEnds,
    Instant refreshEnds) {
  /** A token isn't used in its last minutes: a call takes time, and clocks differ. */
  private static final Duration EARLY = Duration.ofMinutes(2);

  /** Of a token that doesn't say how long it lives. */
  private static final Duration UNSAID = Duration.ofMinutes(5);

  /**
   * Reads what createSession and refreshSession answer.
   *
   * @throws IOException if a part of it is missing
   */
  static Login read(JsonNode session, Instant now) throws IOException {
    var access = Answers.text(session, "/accessJwt");
    var refresh = Answers.text(session, "/refreshJwt");
    return new Login(
        Answers.text(session, "/did"),
        Answers.text(session, "/handle"),
        access,
        refresh,
        ends(access, now),
        ends(refresh, now));
  }

  boolean usable(Instant now) {
    return now.isBefore(accessEnds);
  }

  boolean refreshable(Instant now) {
    return now.isBefore(refreshEnds);
  }

  /** The same, where the server has said that the access token is over. */
  Login spent() {
    return new Login(did, handle, access, refresh, Instant.MIN, refreshEnds);
  }

  /** What must not be told once this session is in use. */
  Credentials secrets(Credentials credentials) {
    return credentials.with("access_token", access).with("refresh_token", refresh);
  }

  private static Instant ends(String token, Instant now) {
    var parts = token.split("\\.");
    try {
      var claims = Json.parse(Base64.getUrlDecoder().decode(parts.length > 1 ? parts[1] : ""));
      return claims.path("exp").isIntegralNumber()
          ? Instant.ofEpochSecond(claims.path("exp").asLong()).minus(EARLY)
          : now.plus(UNSAID);
    } catch (IOException | IllegalArgumentException e) {
      return now.plus(UNSAID);
    }
  }

  /** Never shows a token. */
  @Override
  public String toString() {
    return "Login[%s]".formatted(did);
  }
}
