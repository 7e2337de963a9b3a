package io.ganglion.connector.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ganglion.egress.Egress;
import io.ganglion.egress.HttpCall;
import io.ganglion.egress.HttpResult;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Access tokens, asked for when they are needed and kept in memory until shortly before they
 * expire, apart for each tenant.
 */
final class Tokens {
  private static final int KEPT = 10_000;
  private static final int MAX_LENGTH = 16_384;
  private static final Pattern CODE = Pattern.compile("[a-z_]{1,64}");

  /** Of a token whose authority doesn't say how long it lives. */
  private static final Duration UNSAID = Duration.ofMinutes(1);

  private static final Duration LONGEST = Duration.ofHours(12);
  private static final Duration DISCOVERY_TIMEOUT = Duration.ofSeconds(10);
  private static final String DISCOVERY = "/.well-known/openid-configuration";

  private final Egress egress;
  private final Clock clock;
  private final Cache<String, Answer.Token> kept = Caffeine.newBuilder().maximumSize(KEPT).build();

  Tokens(Egress egress, Clock clock) {
    this.egress = egress;
    this.clock = clock;
  }

  /** What asking came to. */
  sealed interface Answer {
    /**
     * @param cached whether it was there already
     */
    record Token(String value, Instant until, boolean cached) implements Answer {
      /** Never shows the token. */
      @Override
      public String toString() {
        return "Token[until=%s]".formatted(until);
      }
    }

    /**
     * @param reached whether the authority answered: then it will say the same again
     */
    record Refused(String reason, boolean reached) implements Answer {}
  }

  Answer get(String tenant, Policy policy) {
    var key = key(tenant, policy);
    var known = kept.getIfPresent(key);
    if (known != null && clock.instant().isBefore(known.until())) {
      return new Answer.Token(known.value(), known.until(), true);
    }
    var answer = ask(policy);
    if (answer instanceof Answer.Token token) {
      kept.put(key, token);
    }
    return answer;
  }

  /** The endpoint didn't take this token, whatever its authority said. */
  void forget(String tenant, Policy policy) {
    kept.invalidate(key(tenant, policy));
  }

  private static String key(String tenant, Policy policy) {
    return Json.hash(Json.object().put("tenant", tenant).set("policy", policy.json()));
  }

  private Answer ask(Policy policy) {
    try {
      var settings = policy.settings();
      var authority = policy.text("authority").replaceFirst("/+$", "");
      if (policy.oidc() || authority.endsWith(DISCOVERY)) {
        return discovered(settings, authority);
      }
      var path = settings.at("/endpoints/token").asText("oauth2/token").replaceFirst("^/+", "");
      return token(settings, URI.create(authority + '/' + path));
    } catch (IllegalArgumentException e) { // its message repeats the address
      return new Answer.Refused("the authority is no address", true);
    }
  }

  private Answer discovered(JsonNode settings, String authority) {
    var uri = URI.create(authority.endsWith(DISCOVERY) ? authority : authority + DISCOVERY);
    var call =
        new HttpCall(
            "GET",
            uri,
            Map.of("Accept", List.of("application/json")),
            new byte[0],
            DISCOVERY_TIMEOUT,
            Origin.TENANT,
            false,
            0);
    return switch (egress.call(call)) {
      case HttpResult.Answered a when a.status() == 200 -> {
        var endpoint = read(a).path("token_endpoint").asText("");
        yield endpoint.isEmpty()
            ? new Answer.Refused("the authority's configuration has no token_endpoint", true)
            : token(settings, URI.create(endpoint));
      }
      case HttpResult.Answered a ->
          new Answer.Refused("the authority answered " + a.status(), true);
      case HttpResult.NotSent n -> new Answer.Refused("the authority: " + n.reason(), n.guarded());
      case HttpResult.Lost l -> new Answer.Refused("the authority: " + l.reason(), false);
    };
  }

  private Answer token(JsonNode settings, URI endpoint) {
    var now = clock.instant();
    return switch (egress.call(new TokenRequest(settings).call(endpoint, now))) {
      case HttpResult.Answered a when a.status() == 200 -> token(settings, read(a), now);
      case HttpResult.Answered a ->
          new Answer.Refused(
              "the authority answered %d%s".formatted(a.status(), code(read(a))), a.status() < 500);
      case HttpResult.NotSent n -> new Answer.Refused("the authority: " + n.reason(), n.guarded());
      case HttpResult.Lost l -> new Answer.Refused("the authority: " + l.reason(), false);
    };
  }

  /** OAuth's error code; of what else an authority says nothing is told, it may repeat secrets. */
  private static String code(JsonNode answer) {
    var code = answer.path("error").asText("");
    return CODE.matcher(code).matches() ? " " + code : "";
  }

  private static Answer token(JsonNode settings, JsonNode answer, Instant now) {
    var value = answer.path("access_token").asText("");
    var type = answer.path("token_type").asText("Bearer");
    if (value.isEmpty() || value.length() > MAX_LENGTH || !type.equalsIgnoreCase("bearer")) {
      return new Answer.Refused("the authority's answer has no bearer token", true);
    }
    if (!issuedByOneOf(settings.path("issuers"), value)) {
      return new Answer.Refused("the token is from an issuer that the workflow doesn't list", true);
    }
    var seconds = answer.path("expires_in").asLong(UNSAID.toSeconds());
    var life = Duration.ofSeconds(Math.clamp(seconds, 0, LONGEST.toSeconds()));
    // A tenth early: the endpoint's clock may be ahead, and the call takes its time.
    return new Answer.Token(value, now.plus(life.minus(life.dividedBy(10))), false);
  }

  /** A token that isn't a JSON Web Token names no issuer, so a list of them leaves it out. */
  private static boolean issuedByOneOf(JsonNode issuers, String token) {
    if (issuers.isEmpty()) {
      return true;
    }
    var parts = token.split("\\.");
    try {
      var claims = parts.length == 3 ? Json.parse(Base64.getUrlDecoder().decode(parts[1])) : null;
      var issuer = claims == null ? "" : claims.path("iss").asText("");
      return issuers.valueStream().anyMatch(one -> one.asText().equals(issuer));
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  private static JsonNode read(HttpResult.Answered answer) {
    try {
      return Json.parse(answer.body());
    } catch (IOException e) {
      return Json.object();
    }
  }
}
