package io.ganglion.lab.bluesky;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.RateWindow;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import io.ganglion.lab.Token;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Sessions of an account: an access token of two hours, a refresh token that is taken once. */
final class Sessions {
  private static final Duration ACCESS_LIFE = Duration.ofHours(2);
  private static final Duration REFRESH_LIFE = Duration.ofDays(60);
  private static final int KEPT = 50;

  /** Bluesky's own is 30 in 5 minutes; a laboratory in which workers are killed needs more room. */
  private static final int LOGINS = 300;

  private static final Duration WINDOW = Duration.ofMinutes(5);

  private Sessions() {}

  static String did(String account) {
    return "did:plc:" + account;
  }

  static String handle(Scene scene) {
    return scene.state().path("username").asText() + ".lab.test";
  }

  static Reply create(Scene scene, Request request) throws SQLException {
    var body = request.call().json().orElseGet(Json::object);
    var identifier = body.path("identifier").asText();
    if (!identifier.equals(handle(scene)) && !identifier.equals(did(scene.account()))) {
      return unauthorized();
    }
    var window = RateWindow.take(scene.state(), "logins", LOGINS, WINDOW, scene.now());
    if (window.exceeded()) {
      return BlueskySimulator.tooMany(LOGINS, window.reset());
    }
    var token = Token.parse(body.path("password").asText()).orElseThrow();
    var sessions = scene.state().withObjectProperty("sessions");
    var session = Long.toString(scene.number());
    sessions.put(session, 0);
    while (sessions.size() > KEPT) {
      sessions.remove(sessions.fieldNames().next());
    }
    scene.journal("session.created", session, Json.object());
    return Reply.ok(answer(scene, token, session, 0));
  }

  static Reply refresh(Scene scene, Request request) {
    var jwt = Jwt.of(request.call()).orElseThrow();
    var sessions = scene.state().withObjectProperty("sessions");
    if (!jwt.scope().equals(Jwt.REFRESH) || sessions.path(jwt.session()).asInt(-1) != jwt.turn()) {
      return Errors.of(400, "ExpiredToken", "Token has been revoked");
    }
    sessions.put(jwt.session(), jwt.turn() + 1);
    return Reply.ok(answer(scene, jwt.token(), jwt.session(), jwt.turn() + 1));
  }

  static Reply current(Scene scene, Request request) {
    return Reply.ok(account(scene));
  }

  static Reply unauthorized() {
    return Errors.of(401, "AuthenticationRequired", "Invalid identifier or password");
  }

  /** Why this call's token isn't taken; empty if it is. */
  static Optional<Reply> refusal(Scene scene, Request request, boolean refreshing) {
    var jwt = Jwt.of(request.call()).orElseThrow();
    if (!scene.now().isBefore(jwt.ends())) {
      return Optional.of(Errors.of(400, "ExpiredToken", "Token has expired"));
    }
    var scope = refreshing ? Jwt.REFRESH : Jwt.ACCESS;
    return Objects.equals(jwt.scope(), scope)
        ? Optional.empty()
        : Optional.of(Errors.of(400, "InvalidToken", "Bad token scope"));
  }

  private static ObjectNode answer(Scene scene, Token token, String session, int turn) {
    var access = new Jwt(token, Jwt.ACCESS, session, turn, scene.now().plus(ACCESS_LIFE));
    var refresh = new Jwt(token, Jwt.REFRESH, session, turn, scene.now().plus(REFRESH_LIFE));
    return account(scene).put("accessJwt", access.text()).put("refreshJwt", refresh.text());
  }

  private static ObjectNode account(Scene scene) {
    return Json.object()
        .put("did", did(scene.account()))
        .put("handle", handle(scene))
        .put("active", true);
  }
}
