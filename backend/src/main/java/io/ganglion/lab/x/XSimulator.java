package io.ganglion.lab.x;

import io.ganglion.kernel.Json;
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
import java.util.Map;
import java.util.Optional;

/** X's API v2. */
@ApplicationScoped
class XSimulator implements Simulator {
  private static final Duration WINDOW = Duration.ofMinutes(15);

  private static final Duration TOKEN_LIFE = Duration.ofHours(2);

  /** X's own is about 100 posts; a laboratory that runs thousands of effects needs more room. */
  private static final int CALLS_PER_WINDOW = 10_000;

  private static final String CONSENT = "/i/oauth2/authorize";

  private final ConsentPage consent;
  private final Routes routes =
      Routes.under("/2")
          .on("POST", "/oauth2/token", Tokens::give)
          .on("POST", CONSENT, (scene, request) -> allowed(scene, request.call()))
          .on("POST", "/tweets", Posts::create)
          .on("DELETE", "/tweets/*", Posts::delete)
          .on("GET", "/tweets/*", Posts::read)
          .on("GET", "/users/me", Posts::me)
          .on("GET", "/users/*/tweets", Timeline::read)
          .on("GET", "/users/*/mentions", Mentions::read)
          .on("POST", "/media/upload", Pictures::take);

  XSimulator(ConsentPage consent) {
    this.consent = consent;
  }

  @Override
  public Platform platform() {
    return Platform.X;
  }

  @Override
  public Optional<Reply> open(Call call, Instant now) {
    return call.path().equals(CONSENT) ? consent.open("X", call) : Optional.empty();
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

  private Reply allowed(Scene scene, Call call) throws SQLException {
    return consent.allowed(scene, call, TOKEN_LIFE);
  }

  @Override
  public Reply play(Scene scene, Call call) throws SQLException {
    var kind = call.method().toLowerCase(java.util.Locale.ROOT);
    var window = RateWindow.take(scene.state(), kind, CALLS_PER_WINDOW, WINDOW, scene.now());
    var reply =
        window.exceeded()
            ? XErrors.tooMany()
            : routes.serve(scene, call).orElseGet(XErrors::noRoute);
    return reply.headers(headers(window.limit(), window.remaining(), window.reset()));
  }

  @Override
  public Reply unauthorized(Call call) {
    return call.path().equals(Tokens.PATH) ? Tokens.unknown(call) : XErrors.unauthorized();
  }

  @Override
  public Reply failed(Call call) {
    return Reply.of(
        500,
        Json.object()
            .put("title", "Internal Server Error")
            .put("detail", "Internal Server Error")
            .put("type", "about:blank")
            .put("status", 500));
  }

  @Override
  public Reply limited(Call call, Optional<Duration> wait, Instant now) {
    return wait.map(
            time -> XErrors.tooMany().headers(headers(CALLS_PER_WINDOW, 0, ceil(now.plus(time)))))
        .orElseGet(XErrors::tooMany);
  }

  /** X counts whole seconds; never a reset that comes too early. */
  private static Instant ceil(Instant time) {
    return Instant.ofEpochSecond(time.plusMillis(999).getEpochSecond());
  }

  private static Map<String, String> headers(int limit, int remaining, Instant reset) {
    return Map.of(
        "x-rate-limit-limit",
        Integer.toString(limit),
        "x-rate-limit-remaining",
        Integer.toString(remaining),
        "x-rate-limit-reset",
        Long.toString(reset.getEpochSecond()));
  }
}
