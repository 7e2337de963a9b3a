package io.ganglion.lab.slack;

import io.ganglion.lab.Call;
import io.ganglion.lab.ConsentPage;
import io.ganglion.lab.Platform;
import io.ganglion.lab.RateWindow;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes;
import io.ganglion.lab.Scene;
import io.ganglion.lab.Simulator;
import io.ganglion.lab.Token;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Slack's Web API. */
@ApplicationScoped
class SlackSimulator implements Simulator {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  /** Slack's own limits are 20 to 100 calls a method; a laboratory needs more room. */
  private static final int CALLS_PER_WINDOW = 10_000;

  private static final String CONSENT = "/oauth/v2/authorize";

  private final ConsentPage consent;
  private final Routes routes =
      Routes.under("/api")
          .on("POST", "/oauth.v2.access", Tokens::give)
          .on("POST", CONSENT, (scene, request) -> allowed(scene, request.call()))
          .on("POST", "/chat.postMessage", Messages::post)
          .on("POST", "/chat.update", Messages::update)
          .on("POST", "/chat.delete", Messages::delete)
          .on("POST", "/reactions.add", Reactions::add)
          .on("POST", "/reactions.remove", Reactions::remove)
          .on("POST", "/conversations.open", Conversations::open)
          .on("POST", "/conversations.close", Conversations::close);

  SlackSimulator(ConsentPage consent) {
    this.consent = consent;
    for (var method : List.of("GET", "POST")) { // Slack takes a read by either
      routes
          .on(method, "/chat.getPermalink", Messages::permalink)
          .on(method, "/conversations.list", Conversations::list)
          .on(method, "/conversations.info", Conversations::info)
          .on(method, "/conversations.history", History::history)
          .on(method, "/conversations.replies", History::replies)
          .on(method, "/users.info", Members::info)
          .on(method, "/auth.test", Members::me);
    }
  }

  @Override
  public Platform platform() {
    return Platform.SLACK;
  }

  @Override
  public Optional<Reply> open(Call call, Instant now) {
    return call.path().equals(CONSENT) ? consent.open("Slack", call) : Optional.empty();
  }

  @Override
  public Optional<Token> credential(Call call) {
    return switch (call.path()) {
      case Tokens.PATH -> Tokens.shown(call);
      case CONSENT -> ConsentPage.account(call);
      default -> call.bearer();
    };
  }

  @Override
  public boolean judges(Call call) {
    return call.path().equals(Tokens.PATH);
  }

  /** A token has no end, unless it is asked for: then it is one of an app that rotates them. */
  private Reply allowed(Scene scene, Call call) throws SQLException {
    return consent.allowed(scene, call, Duration.ZERO);
  }

  @Override
  public Reply play(Scene scene, Call call) throws SQLException {
    var method = routes.path(call).substring(1);
    var window = RateWindow.take(scene.state(), method, CALLS_PER_WINDOW, WINDOW, scene.now());
    return window.exceeded()
        ? limited(call, Optional.of(Duration.between(scene.now(), window.reset())), scene.now())
        : routes.serve(scene, call).orElseGet(() -> SlackErrors.word("unknown_method"));
  }

  @Override
  public Reply unauthorized(Call call) {
    return call.path().equals(Tokens.PATH)
        ? Tokens.unknown(call)
        : SlackErrors.word(call.header("authorization").isEmpty() ? "not_authed" : "invalid_auth");
  }

  @Override
  public Reply failed(Call call) {
    return SlackErrors.failed();
  }

  @Override
  public Reply limited(Call call, Optional<Duration> wait, Instant now) {
    var reply = SlackErrors.limited();
    return wait.map(
            time ->
                reply.header("Retry-After", Long.toString(Math.ceilDiv(time.toMillis(), 1000L))))
        .orElse(reply);
  }
}
