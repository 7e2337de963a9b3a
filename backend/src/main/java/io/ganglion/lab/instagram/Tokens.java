package io.ganglion.lab.instagram;

import io.ganglion.kernel.Json;
import io.ganglion.lab.Call;
import io.ganglion.lab.Grants;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import io.ganglion.lab.Token;
import io.ganglion.oauth.App;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Instagram's three ways to a token: a code gives one, that gives one for 60 days, and that, once
 * it is a day old, another for 60 days.
 */
final class Tokens {
  static final String PATH = "/oauth/access_token";

  /** A token that lives for 60 days has to be a day old. */
  private static final int PARTS = 60;

  private Tokens() {}

  static Optional<Token> code(Call call) {
    return Optional.ofNullable(call.parameters().get("code")).flatMap(Token::parse);
  }

  /** A brief token for a code; the chosen life is the long one's. */
  static Reply brief(Scene scene, Request request) throws SQLException {
    var form = request.call().parameters();
    var app = form.getOrDefault("client_id", "");
    if (!App.lab(app).secret().equals(form.get("client_secret"))) {
      return error("Invalid Client Secret");
    }
    var gift =
        Grants.redeem(
            scene, form.getOrDefault("code", ""), app, form.getOrDefault("redirect_uri", ""), "");
    return switch (gift) {
      case Grants.Gift.Nothing nothing -> unknownCode();
      case Grants.Gift.Tokens tokens -> {
        var body = Json.object().put("access_token", tokens.access());
        body.put("user_id", scene.account());
        body.putArray("permissions").add("instagram_business_basic");
        yield Reply.ok(body);
      }
    };
  }

  /** A long-lived token for a brief one. */
  static Reply exchange(Scene scene, Request request) throws SQLException {
    var query = request.call().parameters();
    var access = query.getOrDefault("access_token", "");
    var terms = Grants.terms(scene, access);
    if (!"ig_exchange_token".equals(query.get("grant_type"))
        || !App.lab(terms.app()).secret().equals(query.get("client_secret"))) {
      return GraphErrors.parameter("Error validating client secret.");
    }
    return given(Grants.extend(scene, access, terms.life(), "oauth.exchanged"));
  }

  /** A new long-lived token for one that is old enough and valid. */
  static Reply refresh(Scene scene, Request request) throws SQLException {
    var query = request.call().parameters();
    var access = query.getOrDefault("access_token", "");
    var life = Grants.terms(scene, access).life();
    if (!"ig_refresh_token".equals(query.get("grant_type"))
        || Grants.age(scene, access).compareTo(life.dividedBy(PARTS)) < 0) {
      return GraphErrors.parameter("The token is too young to be refreshed.");
    }
    return given(Grants.extend(scene, access, life, "oauth.refreshed"));
  }

  static Reply unknownCode() {
    return error("Invalid authorization code");
  }

  private static Reply given(Grants.Gift gift) {
    return switch (gift) {
      case Grants.Gift.Nothing nothing -> GraphErrors.badToken();
      case Grants.Gift.Tokens tokens ->
          Reply.ok(
              Json.object()
                  .put("access_token", tokens.access())
                  .put("token_type", "bearer")
                  .put("expires_in", tokens.terms().life().toSeconds()));
    };
  }

  private static Reply error(String message) {
    return Reply.of(
        400,
        Json.object()
            .put("error_type", "OAuthException")
            .put("code", 400)
            .put("error_message", message));
  }
}
