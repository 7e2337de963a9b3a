package io.ganglion.lab.slack;

import io.ganglion.kernel.Json;
import io.ganglion.lab.Call;
import io.ganglion.lab.Grants;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import io.ganglion.lab.Token;
import io.ganglion.oauth.App;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** Slack's oauth.v2.access: a bot's token for a code, or the next one where an app rotates them. */
final class Tokens {
  static final String PATH = "/api/oauth.v2.access";

  private Tokens() {}

  /** Whose code or refresh token is shown. */
  static Optional<Token> shown(Call call) {
    var form = call.parameters();
    return Optional.ofNullable(form.getOrDefault("code", form.get("refresh_token")))
        .flatMap(Token::parse);
  }

  static Reply give(Scene scene, Request request) throws SQLException {
    var call = request.call();
    var form = call.parameters();
    var app = form.getOrDefault("client_id", "");
    if (!App.lab(app).secret().equals(form.get("client_secret"))) {
      return SlackErrors.word("bad_client_secret");
    }
    return switch (gift(scene, form, app)) {
      case Grants.Gift.Nothing nothing -> unknown(call);
      case Grants.Gift.Tokens tokens -> bot(scene, app, tokens);
    };
  }

  private static Grants.Gift gift(Scene scene, Map<String, String> form, String app)
      throws SQLException {
    return "refresh_token".equals(form.get("grant_type"))
        ? Grants.refresh(scene, form.getOrDefault("refresh_token", ""), app)
        : Grants.redeem(
            scene, form.getOrDefault("code", ""), app, form.getOrDefault("redirect_uri", ""), "");
  }

  /** Of a token that no account was ever given. */
  static Reply unknown(Call call) {
    return SlackErrors.word(
        call.parameters().containsKey("code") ? "invalid_code" : "invalid_refresh_token");
  }

  private static Reply bot(Scene scene, String app, Grants.Gift.Tokens tokens) {
    var body =
        Json.object()
            .put("ok", true)
            .put("access_token", tokens.access())
            .put("token_type", "bot")
            .put("scope", tokens.terms().scope())
            .put("bot_user_id", scene.account())
            .put("app_id", app);
    var team = scene.state().path("team_id").asText();
    body.putObject("team").put("id", team).put("name", "lab");
    body.putNull("enterprise");
    body.putObject("authed_user").put("id", "U0HUMAN");
    if (!tokens.refresh().isEmpty()) {
      body.put("refresh_token", tokens.refresh())
          .put("expires_in", tokens.terms().life().toSeconds());
    }
    return Reply.ok(body);
  }
}
