package io.ganglion.connector.endpoint;

import io.ganglion.connector.Credentials;
import io.ganglion.egress.Egress;
import io.ganglion.egress.HttpCall;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/**
 * Sends a call with what its policy asks for. A second time only after a 401, which proves that the
 * first did nothing: to answer a challenge, or with a fresh token in place of a kept one. All of it
 * together takes no longer than the call's timeout.
 */
public final class Authorized {
  /** What the reason of an outcome begins with where a call had no credentials to be sent with. */
  public static final String NO_CREDENTIALS = "authentication: ";

  private static final int UNAUTHORIZED = 401;

  private final Egress egress;
  private final Tokens tokens;
  private final Clock clock;

  public Authorized(Egress egress, Clock clock) {
    this.egress = egress;
    this.tokens = new Tokens(egress, clock);
    this.clock = clock;
  }

  /** Sent, or why it never was. */
  public sealed interface Attempt {
    /**
     * @param call as it was sent at last
     * @param token given by an authority, which must not come back; empty for none
     */
    record Made(HttpCall call, HttpResult result, String token) implements Attempt {
      boolean unauthorized() {
        return result instanceof HttpResult.Answered answer && answer.status() == UNAUTHORIZED;
      }

      /** What must not come back: what was given, and the token. */
      public Credentials hiding(Credentials given) {
        if (token.isEmpty()) {
          return given;
        }
        var values = Json.object().put("access token", token);
        values.set("given", given.values());
        return new Credentials(values);
      }

      /** Never shows the token. */
      @Override
      public String toString() {
        return "Made[%s]".formatted(call);
      }
    }

    /**
     * @param again whether it may work later
     */
    record Refused(String reason, boolean again) implements Attempt {}
  }

  /**
   * Sends a call.
   *
   * @param tenant whose tokens are used
   */
  public Attempt send(String tenant, Policy policy, HttpCall call) {
    var missing = policy.missing();
    if (missing.isPresent()) {
      return new Attempt.Refused(missing.get(), false);
    }
    var end = clock.instant().plus(call.timeout());
    if (policy.oauth()) {
      return withToken(tenant, policy, call, end);
    }
    if (policy.digest()) {
      return withDigest(policy, call, end);
    }
    return policy
        .header()
        .map(header -> sent(call, header, "", end))
        .orElseGet(() -> new Attempt.Made(call, egress.call(call), ""));
  }

  private Attempt withToken(String tenant, Policy policy, HttpCall call, Instant end) {
    return switch (tokens.get(tenant, policy)) {
      case Tokens.Answer.Refused refused -> refused(refused);
      case Tokens.Answer.Token token -> {
        var first = sent(call, "Bearer " + token.value(), token.value(), end);
        boolean stale = token.cached() && first instanceof Attempt.Made made && made.unauthorized();
        yield stale ? again(tenant, policy, call, end) : first;
      }
    };
  }

  /** With a new token in place of the kept one, whatever its authority said of it. */
  private Attempt again(String tenant, Policy policy, HttpCall call, Instant end) {
    tokens.forget(tenant, policy);
    return switch (tokens.get(tenant, policy)) {
      case Tokens.Answer.Refused refused -> refused(refused);
      case Tokens.Answer.Token fresh -> sent(call, "Bearer " + fresh.value(), fresh.value(), end);
    };
  }

  private static Attempt refused(Tokens.Answer.Refused refused) {
    return new Attempt.Refused("no token: " + refused.reason(), !refused.reached());
  }

  private Attempt withDigest(Policy policy, HttpCall call, Instant end) {
    var first = new Attempt.Made(call, egress.call(call), "");
    if (!(first.result() instanceof HttpResult.Answered answer) || !first.unauthorized()) {
      return first;
    }
    return Digest.of(answer.headers().getOrDefault("www-authenticate", List.of()))
        .map(
            digest ->
                digest.answer(
                    call.method(),
                    call.uri(),
                    policy.text("username"),
                    policy.text("password"),
                    UUID.randomUUID().toString()))
        .map(header -> sent(call, header, "", end))
        .orElse(first);
  }

  private Attempt sent(HttpCall call, String authorization, String token, Instant end) {
    var left = Duration.between(clock.instant(), end);
    if (!left.isPositive()) {
      return new Attempt.Refused("it took all of the call's time", true);
    }
    var headers = new LinkedHashMap<String, List<String>>(call.headers());
    headers.keySet().removeIf(name -> name.equalsIgnoreCase("authorization"));
    headers.put("Authorization", List.of(authorization));
    var authorized =
        new HttpCall(
            call.method(),
            call.uri(),
            headers,
            call.body(),
            left,
            call.origin(),
            call.fresh(),
            call.redirects());
    return new Attempt.Made(authorized, egress.call(authorized), token);
  }
}
