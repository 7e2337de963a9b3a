package io.ganglion.lab.discord;

import io.ganglion.kernel.Json;
import io.ganglion.lab.Call;
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

/** Discord's HTTP API, version 10. */
@ApplicationScoped
class DiscordSimulator implements Simulator {
  private static final Duration WINDOW = Duration.ofSeconds(5);

  /** Discord's own is about 5 messages in 5 seconds a channel; a laboratory needs more room. */
  private static final int CALLS_PER_WINDOW = 5_000;

  private final Routes routes =
      Routes.under("/api/v10")
          .on("GET", "/users/@me", Users::me)
          .on("GET", "/users/@me/guilds", Users::guilds)
          .on("POST", "/users/@me/channels", Users::open)
          .on("GET", "/users/*", Users::user)
          .on("GET", "/guilds/*", Channels::guild)
          .on("GET", "/guilds/*/channels", Channels::list)
          .on("GET", "/channels/*", Channels::read)
          .on("DELETE", "/channels/*", Threads::delete)
          .on("POST", "/channels/*/messages", Messages::create)
          .on("GET", "/channels/*/messages", History::page)
          .on("GET", "/channels/*/messages/*", Messages::read)
          .on("PATCH", "/channels/*/messages/*", Messages::edit)
          .on("DELETE", "/channels/*/messages/*", Messages::delete)
          .on("POST", "/channels/*/messages/*/threads", Threads::create)
          .on("PUT", "/channels/*/messages/*/reactions/*/@me", Reactions::add)
          .on("DELETE", "/channels/*/messages/*/reactions/*/@me", Reactions::remove);

  @Override
  public Platform platform() {
    return Platform.DISCORD;
  }

  @Override
  public Optional<Token> credential(Call call) {
    return call.header("authorization")
        .filter(value -> value.startsWith("Bot "))
        .flatMap(value -> Token.parse(value.substring(4).strip()));
  }

  @Override
  public Reply play(Scene scene, Call call) throws SQLException {
    var window = RateWindow.take(scene.state(), "bucket", CALLS_PER_WINDOW, WINDOW, scene.now());
    var left = Duration.between(scene.now(), window.reset());
    return window.exceeded()
        ? limited(call, Optional.of(left), scene.now())
        : routes
            .serve(scene, call)
            .orElseGet(DiscordErrors::noRoute)
            .headers(headers(window.remaining(), window.reset(), left));
  }

  @Override
  public Reply unauthorized(Call call) {
    return DiscordErrors.unauthorized();
  }

  @Override
  public Reply failed(Call call) {
    return DiscordErrors.failed();
  }

  @Override
  public Reply limited(Call call, Optional<Duration> wait, Instant now) {
    var body = Json.object().put("message", "You are being rate limited.").put("global", false);
    if (wait.isEmpty()) {
      return Reply.of(429, body);
    }
    var time = wait.get();
    return Reply.of(429, body.put("retry_after", time.toMillis() / 1000.0))
        .headers(headers(0, now.plus(time), time))
        .header("Retry-After", Long.toString(Math.ceilDiv(time.toMillis(), 1000L)))
        .header("X-RateLimit-Scope", "user");
  }

  private static Map<String, String> headers(int remaining, Instant reset, Duration left) {
    return Map.of(
        "X-RateLimit-Limit",
        Integer.toString(CALLS_PER_WINDOW),
        "X-RateLimit-Remaining",
        Integer.toString(remaining),
        "X-RateLimit-Reset",
        Double.toString(reset.toEpochMilli() / 1000.0),
        "X-RateLimit-Reset-After",
        Double.toString(Math.max(0, left.toMillis()) / 1000.0),
        "X-RateLimit-Bucket",
        "laboratory");
  }
}
