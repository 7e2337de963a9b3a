package io.ganglion.connector.http;

import io.ganglion.egress.Egress;
import io.ganglion.egress.HttpCall;
import io.ganglion.egress.HttpResult;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Sends a call with what its policy asks for. A second time only after a 401, which proves that the
 * first did nothing: to answer a challenge, or with a fresh token in place of a kept one.
 */
final class Authorized {
  private static final int UNAUTHORIZED = 401;

  private final Egress egress;
  private final Tokens tokens;

  Authorized(Egress egress, Clock clock) {
    this.egress = egress;
    this.tokens = new Tokens(egress, clock);
  }

  /**
   * What sending came to.
   *
   * @param call as it was sent at last
   * @param token given by an authority, which must not come back; empty for none
   */
  record Sent(HttpCall call, HttpResult result, String token) {}

  /** Sent, or why it never was. */
  sealed interface Attempt {
    record Made(Sent sent) implements Attempt {}

    /**
     * @param again whether it may work later
     */
    record Refused(String reason, boolean again) implements Attempt {}
  }

  Attempt send(String tenant, Policy policy, HttpCall call) {
    var missing = policy.missing();
    if (missing.isPresent()) {
      return new Attempt.Refused(missing.get(), false);
    }
    if (policy.oauth()) {
      return withToken(tenant, policy, call);
    }
    if (policy.digest()) {
      return new Attempt.Made(withDigest(policy, call));
    }
    return made(policy.header().map(header -> with(call, header)).orElse(call), "");
  }

  private Attempt withToken(String tenant, Policy policy, HttpCall call) {
    return token(
        tenant,
        policy,
        token -> {
          var first = sent(with(call, "Bearer " + token.value()), token.value());
          if (!token.cached() || !unauthorized(first.result())) {
            return new Attempt.Made(first);
          }
          tokens.forget(tenant, policy);
          return token(
              tenant, policy, fresh -> made(with(call, "Bearer " + fresh.value()), fresh.value()));
        });
  }

  private Attempt token(String tenant, Policy policy, Function<Tokens.Answer.Token, Attempt> then) {
    return switch (tokens.get(tenant, policy)) {
      case Tokens.Answer.Token token -> then.apply(token);
      case Tokens.Answer.Refused refused ->
          new Attempt.Refused("no token: " + refused.reason(), !refused.reached());
    };
  }

  private Sent withDigest(Policy policy, HttpCall call) {
    var first = sent(call, "");
    if (!(first.result() instanceof HttpResult.Answered answer) || !unauthorized(answer)) {
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
        .map(header -> sent(with(call, header), ""))
        .orElse(first);
  }

  private Attempt made(HttpCall call, String token) {
    return new Attempt.Made(sent(call, token));
  }

  private Sent sent(HttpCall call, String token) {
    return new Sent(call, egress.call(call), token);
  }

  private static boolean unauthorized(HttpResult result) {
    return result instanceof HttpResult.Answered answer && answer.status() == UNAUTHORIZED;
  }

  private static HttpCall with(HttpCall call, String authorization) {
    var headers = new LinkedHashMap<String, List<String>>();
    call.headers()
        .forEach(
            (name, values) -> {
              if (!name.equalsIgnoreCase("authorization")) {
                headers.put(name, new ArrayList<>(values));
              }
            });
    headers.put("Authorization", List.of(authorization));
    return new HttpCall(
        call.method(),
        call.uri(),
        headers,
        call.body(),
        call.timeout(),
        call.origin(),
        call.fresh(),
        call.redirects());
  }
}
