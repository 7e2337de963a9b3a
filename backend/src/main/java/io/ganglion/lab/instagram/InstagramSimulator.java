package io.ganglion.lab.instagram;

import io.ganglion.kernel.Json;
import io.ganglion.lab.Call;
import io.ganglion.lab.ConsentPage;
import io.ganglion.lab.Platform;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import io.ganglion.lab.Simulator;
import io.ganglion.lab.Token;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Instagram's part of the Graph API. */
@ApplicationScoped
class InstagramSimulator implements Simulator {
  private static final String USAGE = "X-App-Usage";

  private static final String CONSENT = "/oauth/authorize";
  private static final Duration TOKEN_LIFE = Duration.ofDays(60);

  private final ConsentPage consent;
  private final Routes routes =
      Routes.under("/v[0-9]+\\.[0-9]+")
          .on("POST", "/oauth/access_token", Tokens::brief)
          .on("GET", "/access_token", Tokens::exchange)
          .on("GET", "/refresh_access_token", Tokens::refresh)
          .on("POST", CONSENT, (scene, request) -> allowed(scene, request.call()))
          .on("GET", "/me", InstagramSimulator::me)
          .on("POST", "/*/media", Containers::create)
          .on("POST", "/*/media_publish", Publishing::publish)
          .on("GET", "/*/content_publishing_limit", Publishing::limit)
          .on("GET", "/*/media", Media::list)
          .on("POST", "/*/comments", Reception::comment)
          .on("GET", "/*/comments", Reception::comments)
          .on("GET", "/*/tags", Reception::tags)
          .on("GET", "/*/insights", Reception::insights)
          .on("GET", "/*", Media::read)
          .on("DELETE", "/*", Media::delete);

  InstagramSimulator(ConsentPage consent) {
    this.consent = consent;
  }

  @Override
  public Platform platform() {
    return Platform.INSTAGRAM;
  }

  @Override
  public Optional<Reply> open(Call call, Instant now) {
    return call.path().equals(CONSENT) ? consent.open("Instagram", call) : Optional.empty();
  }

  @Override
  public boolean judges(Call call) {
    return call.path().equals(Tokens.PATH);
  }

  private Reply allowed(Scene scene, Call call) throws SQLException {
    return consent.allowed(scene, call, TOKEN_LIFE);
  }

  @Override
  public Optional<Token> credential(Call call) {
    return switch (call.path()) {
      case Tokens.PATH -> Tokens.code(call);
      case CONSENT -> ConsentPage.account(call);
      default -> carried(call);
    };
  }

  private static Optional<Token> carried(Call call) {
    return call.bearer()
        .or(() -> Optional.ofNullable(call.parameters().get("access_token")).flatMap(Token::parse));
  }

  @Override
  public Reply play(Scene scene, Call call) throws SQLException {
    return routes
        .serve(scene, call)
        .orElseGet(() -> GraphErrors.unknownPath(call.path()))
        .header(USAGE, usage(1));
  }

  @Override
  public Reply unauthorized(Call call) {
    return call.path().equals(Tokens.PATH) ? Tokens.unknownCode() : GraphErrors.badToken();
  }

  @Override
  public Reply failed(Call call) {
    return GraphErrors.internal();
  }

  @Override
  public Reply limited(Call call, Optional<Duration> wait, Instant now) {
    var reply = GraphErrors.tooMany().header(USAGE, usage(100));
    return wait.map(
            time -> {
              var minutes = Math.ceilDiv(time.toSeconds(), 60);
              var seconds = Math.ceilDiv(time.toMillis(), 1000);
              return reply
                  .header("Retry-After", Long.toString(seconds))
                  .header("X-Business-Use-Case-Usage", businessUsage(minutes));
            })
        .orElse(reply);
  }

  private static Reply me(Scene scene, Request request) {
    var me = Json.object();
    me.put("user_id", scene.account());
    me.put("username", scene.state().path("username").asText());
    me.put("id", scene.account());
    return Reply.ok(Fields.of(request.call(), me));
  }

  private static String usage(int percent) {
    return Json.write(
        Json.object()
            .put("call_count", percent)
            .put("total_cputime", percent)
            .put("total_time", percent));
  }

  private static String businessUsage(long minutes) {
    var usage = Json.object();
    usage
        .putArray("instagram")
        .addObject()
        .put("type", "instagram")
        .put("call_count", 100)
        .put("estimated_time_to_regain_access", minutes);
    return Json.write(usage);
  }
}
