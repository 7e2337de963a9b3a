package io.ganglion.oauth;

import io.ganglion.connector.OAuth;
import io.ganglion.connector.Query;
import io.ganglion.egress.Egress;
import io.ganglion.egress.HttpCall;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks platforms for tokens, each time once. Call it outside of transactions. */
@ApplicationScoped
public class TokenEndpoint {
  /** From the first byte sent to the last one read, of one question. */
  public static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Egress egress;

  TokenEndpoint(Egress egress) {
    this.egress = egress;
  }

  /**
   * What a person brought back.
   *
   * @param redirect the address they came back to, as it was said when they were sent away
   * @param verifier see {@link Pkce}
   */
  public record Code(String code, URI redirect, String verifier) {
    /** Never shows it. */
    @Override
    public String toString() {
      return "Code[redacted]";
    }
  }

  /** A token for a code; where there is another for that, the long-lived one. */
  public TokenAnswer redeem(Flow flow, App app, Code code) {
    var fields =
        Query.of("grant_type", "authorization_code")
            .and("code", code.code())
            .and("redirect_uri", code.redirect().toString());
    if (flow.declared().pkce()) {
      fields = fields.and("code_verifier", code.verifier());
    }
    var judge = new TokenJudge(flow, app.secret(), code.code(), code.verifier());
    var answer = judge.once(egress.call(form(flow, app, fields)));
    return answer instanceof TokenAnswer.Granted granted && flow.declared().exchange().isPresent()
        ? exchanged(flow, app, flow.declared().exchange().get(), granted.tokens())
        : answer;
  }

  /**
   * The next token.
   *
   * @param shown the refresh token, or the access token where that is what is shown
   */
  public TokenAnswer refresh(Flow flow, App app, String shown) {
    var refresh = flow.declared().refresh();
    var judge = new TokenJudge(flow, app.secret(), shown);
    return switch (refresh.by()) {
      case REFRESH_TOKEN -> {
        var fields = Query.of("grant_type", refresh.exchange().grant()).and("refresh_token", shown);
        yield judge.again(egress.call(form(flow, app, fields)));
      }
      case ACCESS_TOKEN -> {
        var query = Query.of("grant_type", refresh.exchange().grant()).and("access_token", shown);
        yield judge.again(egress.call(question(flow, refresh.exchange().at(), query)));
      }
    };
  }

  private TokenAnswer exchanged(Flow flow, App app, OAuth.Exchange exchange, Tokens brief) {
    var query =
        Query.of("grant_type", exchange.grant())
            .and("client_secret", app.secret())
            .and("access_token", brief.access());
    var judge = new TokenJudge(flow, app.secret(), brief.access());
    return judge.once(egress.call(question(flow, exchange.at(), query)));
  }

  private static HttpCall form(Flow flow, App app, Query fields) {
    var headers = new HashMap<String, List<String>>();
    headers.put("Content-Type", List.of("application/x-www-form-urlencoded"));
    headers.put("Accept", List.of("application/json"));
    var body =
        switch (flow.declared().proof()) {
          case BASIC -> {
            headers.put("Authorization", List.of(basic(app)));
            yield fields;
          }
          case BODY -> fields.and("client_id", app.id()).and("client_secret", app.secret());
        };
    return call(
        "POST",
        flow.at(flow.declared().token()),
        headers,
        body.text().getBytes(StandardCharsets.UTF_8),
        flow);
  }

  private static HttpCall question(Flow flow, URI at, Query query) {
    return call(
        "GET",
        URI.create(flow.at(at) + "?" + query.text()),
        Map.of("Accept", List.of("application/json")),
        new byte[0],
        flow);
  }

  /** On a connection of its own: one that was kept can fail with an unknown fate. */
  private static HttpCall call(
      String method, URI at, Map<String, List<String>> headers, byte[] body, Flow flow) {
    return new HttpCall(method, at, headers, body, TIMEOUT, flow.origin(), true, 0);
  }

  /** Both halves are encoded before they are put together (RFC 6749, 2.3.1). */
  private static String basic(App app) {
    var pair = Query.encode(app.id()) + ":" + Query.encode(app.secret());
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
