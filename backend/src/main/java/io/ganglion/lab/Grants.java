package io.ganglion.lab;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.oauth.Pkce;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * What an account has let apps do: codes of one use each, access tokens that end, refresh tokens of
 * one use each. Kept by their hashes; each gift and each refusal is in the journal.
 */
public final class Grants {
  private static final String CODE = "oauth.code";
  private static final String ACCESS = "oauth.access";
  private static final String REFRESH = "oauth.refresh";
  private static final Duration CODE_LIFE = Duration.ofMinutes(1);

  private Grants() {}

  /**
   * What was agreed to.
   *
   * @param app its {@code client_id}
   * @param challenge of PKCE by S256; empty: none
   * @param life of access tokens; zero: they have no end
   * @param grace for which a used refresh token is good once more; zero on most platforms
   */
  public record Terms(
      String app, String redirect, String challenge, String scope, Duration life, Duration grace) {
    private ObjectNode json() {
      return Json.object()
          .put("app", app)
          .put("redirect", redirect)
          .put("challenge", challenge)
          .put("scope", scope)
          .put("life_ms", life.toMillis())
          .put("grace_ms", grace.toMillis());
    }

    private static Terms read(ObjectNode json) {
      return new Terms(
          json.path("app").asText(),
          json.path("redirect").asText(),
          json.path("challenge").asText(),
          json.path("scope").asText(),
          Duration.ofMillis(json.path("life_ms").asLong()),
          Duration.ofMillis(json.path("grace_ms").asLong()));
    }
  }

  /** What asking came to. */
  public sealed interface Gift {
    record Tokens(String access, String refresh, Terms terms) implements Gift {}

    record Nothing(String why) implements Gift {}
  }

  /** A code for the account's consent. */
  public static String consent(Scene scene, Terms terms) throws SQLException {
    var code = give(scene, CODE, terms, CODE_LIFE);
    scene.journal("oauth.consented", mark(code), Json.object().put("app", terms.app()));
    return code;
  }

  /** Tokens for a code. */
  public static Gift redeem(Scene scene, String code, String app, String redirect, String verifier)
      throws SQLException {
    var there = scene.objects().find(CODE, Json.sha256(code));
    if (there.isEmpty() || over(there.get().body(), scene.now())) {
      return nothing(scene, code, "an unknown code");
    }
    scene.objects().remove(CODE, Json.sha256(code));
    var terms = Terms.read(there.get().body());
    boolean bound = !terms.challenge().isEmpty();
    if (!terms.app().equals(app) || !terms.redirect().equals(redirect)) {
      return nothing(scene, code, "a code of another app or address");
    }
    if (bound && !Pkce.challenge(verifier).equals(terms.challenge())) {
      return nothing(scene, code, "a wrong verifier");
    }
    return tokens(scene, code, "oauth.granted", terms);
  }

  /** The next tokens for a refresh token. */
  public static Gift refresh(Scene scene, String refresh, String app) throws SQLException {
    var there = scene.objects().find(REFRESH, Json.sha256(refresh));
    if (there.isEmpty() || !there.get().body().path("app").asText().equals(app)) {
      return nothing(scene, refresh, "an unknown refresh token");
    }
    var body = there.get().body();
    var terms = Terms.read(body);
    if (body.has("used")) {
      var until = Instant.ofEpochMilli(body.path("used").asLong()).plus(terms.grace());
      return scene.now().isBefore(until)
          ? tokens(scene, refresh, "oauth.refreshed_again", terms)
          : nothing(scene, refresh, "a used refresh token");
    }
    scene
        .objects()
        .change(REFRESH, Json.sha256(refresh), body.put("used", scene.now().toEpochMilli()));
    return tokens(scene, refresh, "oauth.refreshed", terms);
  }

  /** Another access token for one that is valid. */
  public static Gift extend(Scene scene, String access, Duration life, String kind)
      throws SQLException {
    var there = scene.objects().find(ACCESS, Json.sha256(access));
    if (there.isEmpty()) {
      return nothing(scene, access, "a token of no app");
    }
    var old = Terms.read(there.get().body());
    var terms =
        new Terms(old.app(), old.redirect(), old.challenge(), old.scope(), life, old.grace());
    var next = give(scene, ACCESS, terms, life);
    scene.journal(kind, mark(access), Json.object().put("gave", mark(next)));
    return new Gift.Tokens(next, "", terms);
  }

  /** How old an access token is, and what it was given for. */
  public static Duration age(Scene scene, String access) throws SQLException {
    return scene
        .objects()
        .find(ACCESS, Json.sha256(access))
        .map(token -> Duration.between(token.created(), scene.now()))
        .orElse(Duration.ZERO);
  }

  /** The terms of an access token. */
  public static Terms terms(Scene scene, String access) throws SQLException {
    return scene
        .objects()
        .find(ACCESS, Json.sha256(access))
        .map(token -> Terms.read(token.body()))
        .orElse(new Terms("", "", "", "", Duration.ZERO, Duration.ZERO));
  }

  /** Whether it is an access token that has not ended. */
  static boolean proves(Connection connection, Platform platform, Token token, Instant now)
      throws SQLException {
    return Objects.reading(connection, token.tenant(), platform, token.account(), now)
        .find(ACCESS, token.hash())
        .filter(found -> !over(found.body(), now))
        .isPresent();
  }

  private static Gift tokens(Scene scene, String shown, String kind, Terms terms)
      throws SQLException {
    var access = give(scene, ACCESS, terms, terms.life());
    var refresh = terms.life().isZero() ? "" : give(scene, REFRESH, terms, Duration.ZERO);
    scene.journal(kind, mark(shown), Json.object().put("gave", mark(access)));
    return new Gift.Tokens(access, refresh, terms);
  }

  private static Gift nothing(Scene scene, String shown, String why) throws SQLException {
    scene.journal("oauth.refused", mark(shown), Json.object().put("why", why));
    return new Gift.Nothing(why);
  }

  private static String give(Scene scene, String kind, Terms terms, Duration life)
      throws SQLException {
    var token = Token.fresh(scene.tenant(), scene.account());
    var body = terms.json();
    if (!life.isZero()) {
      body.put("ends", scene.now().plus(life).toEpochMilli());
    }
    scene.objects().add(kind, token.hash(), body);
    return token.text();
  }

  private static boolean over(ObjectNode body, Instant now) {
    return body.has("ends") && now.toEpochMilli() >= body.path("ends").asLong();
  }

  /** Tells tokens apart in the journal, and is none. */
  private static String mark(String token) {
    return Json.sha256(token).substring(0, 12);
  }
}
