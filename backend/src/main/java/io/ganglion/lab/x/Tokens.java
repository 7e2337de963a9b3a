package io.ganglion.lab.x;

import io.ganglion.kernel.Json;
import io.ganglion.lab.Call;
import io.ganglion.lab.Grants;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import io.ganglion.lab.Token;
import io.ganglion.oauth.App;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;

/** X's token endpoint: a form, the app in the header, refresh tokens of one use each. */
final class Tokens {
  static final String PATH = "/2/oauth2/token";

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
    var app = app(call);
    if (app.isEmpty()) {
      return error(401, "unauthorized_client", "Missing valid authorization header");
    }
    return switch (form.getOrDefault("grant_type", "")) {
      case "authorization_code" ->
          answer(
              Grants.redeem(
                  scene,
                  form.getOrDefault("code", ""),
                  app.get(),
                  form.getOrDefault("redirect_uri", ""),
                  form.getOrDefault("code_verifier", "")),
              "Value passed for the authorization code was invalid.");
      case "refresh_token" ->
          answer(
              Grants.refresh(scene, form.getOrDefault("refresh_token", ""), app.get()),
              "Value passed for the token was invalid.");
      default -> error(400, "unsupported_grant_type", "Missing required parameter [grant_type].");
    };
  }

  /** Of a token that no account was ever given. */
  static Reply unknown(Call call) {
    return call.parameters().containsKey("code")
        ? error(400, "invalid_request", "Value passed for the authorization code was invalid.")
        : error(400, "invalid_request", "Value passed for the token was invalid.");
  }

  private static Reply answer(Grants.Gift gift, String refusal) {
    return switch (gift) {
      case Grants.Gift.Nothing nothing -> error(400, "invalid_request", refusal);
      case Grants.Gift.Tokens tokens -> {
        var body =
            Json.object()
                .put("token_type", "bearer")
                .put("expires_in", tokens.terms().life().toSeconds())
                .put("access_token", tokens.access())
                .put("scope", tokens.terms().scope());
        if (tokens.terms().scope().contains("offline.access")) {
          body.put("refresh_token", tokens.refresh());
        }
        yield Reply.ok(body);
      }
    };
  }

  private static Optional<String> app(Call call) {
    return call.header("authorization")
        .filter(value -> value.startsWith("Basic "))
        .map(value -> decoded(value.substring("Basic ".length())))
        .map(pair -> pair.split(":", 2))
        .filter(pair -> pair.length == 2 && App.lab(pair[0]).secret().equals(pair[1]))
        .map(pair -> pair[0]);
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static Reply error(int status, String error, String description) {
    return Reply.of(
        status, Json.object().put("error", error).put("error_description", description));
  }
}
