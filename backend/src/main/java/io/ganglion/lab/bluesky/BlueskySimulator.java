package io.ganglion.lab.bluesky;

import io.ganglion.lab.Call;
import io.ganglion.lab.Platform;
import io.ganglion.lab.RateWindow;
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
import java.util.Map;
import java.util.Optional;

/** An account's server, with the network behind it. */
@ApplicationScoped
class BlueskySimulator implements Simulator {
  private static final Duration WINDOW = Duration.ofMinutes(5);

  /**
   * Bluesky's own is 3,000 of one address; a laboratory that runs thousands of effects needs more.
   */
  private static final int CALLS_PER_WINDOW = 30_000;

  private static final String CREATE = "/com.atproto.server.createSession";
  private static final String REFRESH = "/com.atproto.server.refreshSession";

  private final Routes routes =
      Routes.under("/xrpc")
          .on("POST", CREATE, Sessions::create)
          .on("POST", REFRESH, Sessions::refresh)
          .on("GET", "/com.atproto.server.getSession", Sessions::current)
          .on("GET", "/com.atproto.identity.resolveHandle", Repository::resolve)
          .on("POST", "/com.atproto.repo.putRecord", Repository::put)
          .on("POST", "/com.atproto.repo.deleteRecord", Repository::delete)
          .on("GET", "/com.atproto.repo.getRecord", Repository::get)
          .on("POST", "/com.atproto.repo.uploadBlob", Repository::upload)
          .on("GET", "/app.bsky.feed.getTimeline", Views::timeline)
          .on("GET", "/app.bsky.feed.getAuthorFeed", Views::author)
          .on("GET", "/app.bsky.feed.searchPosts", Views::search)
          .on("GET", "/app.bsky.actor.getProfile", Views::profile)
          .on("GET", "/app.bsky.notification.listNotifications", Views::notifications);

  @Override
  public Platform platform() {
    return Platform.BLUESKY;
  }

  /** The app password where a session begins, else what is inside of the session's token. */
  @Override
  public Optional<Token> credential(Call call) {
    return creates(call)
        ? call.json().flatMap(body -> Token.parse(body.path("password").asText()))
        : Jwt.of(call).map(Jwt::token);
  }

  @Override
  public Reply play(Scene scene, Call call) throws SQLException {
    Repository.appear(scene);
    if (!creates(call)) {
      var refreshing = routes.path(call).equals(REFRESH);
      var refusal = Sessions.refusal(scene, new Request(call, ""), refreshing);
      if (refusal.isPresent()) {
        return refusal.get();
      }
    }
    var window = RateWindow.take(scene.state(), "calls", CALLS_PER_WINDOW, WINDOW, scene.now());
    if (window.exceeded()) {
      return tooMany(window.limit(), window.reset());
    }
    return routes
        .serve(scene, call)
        .orElseGet(() -> Errors.of(501, "MethodNotImplemented", "Method Not Implemented"))
        .headers(headers(window.limit(), window.remaining(), window.reset()));
  }

  @Override
  public Reply unauthorized(Call call) {
    return creates(call)
        ? Sessions.unauthorized()
        : Errors.of(401, "AuthenticationRequired", "Authentication Required");
  }

  @Override
  public Reply failed(Call call) {
    return Errors.of(500, "InternalServerError", "Internal Server Error");
  }

  @Override
  public Reply limited(Call call, Optional<Duration> wait, Instant now) {
    return wait.map(time -> tooMany(CALLS_PER_WINDOW, ceil(now.plus(time))))
        .orElseGet(() -> Errors.of(429, "RateLimitExceeded", "Rate Limit Exceeded"));
  }

  static Reply tooMany(int limit, Instant reset) {
    return Errors.of(429, "RateLimitExceeded", "Rate Limit Exceeded")
        .headers(headers(limit, 0, reset));
  }

  private boolean creates(Call call) {
    return routes.path(call).equals(CREATE);
  }

  /** Bluesky counts whole seconds; never a reset that comes too early. */
  private static Instant ceil(Instant time) {
    return Instant.ofEpochSecond(time.plusMillis(999).getEpochSecond());
  }

  private static Map<String, String> headers(int limit, int remaining, Instant reset) {
    return Map.of(
        "RateLimit-Limit",
        Integer.toString(limit),
        "RateLimit-Remaining",
        Integer.toString(remaining),
        "RateLimit-Reset",
        Long.toString(reset.getEpochSecond()),
        "RateLimit-Policy",
        "%d;w=%d".formatted(limit, WINDOW.toSeconds()));
  }
}
