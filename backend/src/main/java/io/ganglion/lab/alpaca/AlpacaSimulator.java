package io.ganglion.lab.alpaca;

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

/** Alpaca's trading interface, version 2, with its market data beside it. */
@ApplicationScoped
class AlpacaSimulator implements Simulator {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  /** Alpaca's own is 200; a laboratory needs more room. */
  private static final int CALLS_PER_WINDOW = 60_000;

  private final Routes routes =
      Routes.under("/v2")
          .on("POST", "/orders", Orders::place)
          .on("GET", "/orders", Orders::list)
          .on("GET", "/orders:by_client_order_id", Orders::byClientId)
          .on("GET", "/orders/*", Orders::read)
          .on("DELETE", "/orders/*", Orders::cancel)
          .on("GET", "/account", Portfolio::account)
          .on("GET", "/account/activities/FILL", Activities::fills)
          .on("GET", "/positions", Portfolio::positions)
          .on("GET", "/positions/*", Portfolio::position)
          .on("GET", "/assets/*", Portfolio::asset)
          .on("GET", "/clock", Portfolio::clock)
          .on("GET", "/stocks/*/quotes/latest", Portfolio::stockQuote)
          .on("GET", "/v1beta3/crypto/us/latest/quotes", Portfolio::cryptoQuotes);

  @Override
  public Platform platform() {
    return Platform.ALPACA;
  }

  @Override
  public Optional<Token> credential(Call call) {
    return call.header("APCA-API-SECRET-KEY").flatMap(Token::parse);
  }

  @Override
  public Reply play(Scene scene, Call call) throws SQLException {
    var key = scene.state().path("key_id").asText();
    if (!call.header("APCA-API-KEY-ID").orElse("").equals(key)) {
      return unauthorized(call);
    }
    var window = RateWindow.take(scene.state(), "calls", CALLS_PER_WINDOW, WINDOW, scene.now());
    if (window.exceeded()) {
      return AlpacaErrors.limited().headers(headers(0, window.reset()));
    }
    Orders.match(scene);
    return routes
        .serve(scene, call)
        .orElseGet(AlpacaErrors::noRoute)
        .headers(headers(window.remaining(), window.reset()));
  }

  @Override
  public Reply unauthorized(Call call) {
    return AlpacaErrors.unauthorized();
  }

  @Override
  public Reply failed(Call call) {
    return AlpacaErrors.failed();
  }

  /** Alpaca tells no wait, but when its minute is over. */
  @Override
  public Reply limited(Call call, Optional<Duration> wait, Instant now) {
    var reply = AlpacaErrors.limited();
    return wait.map(time -> reply.headers(headers(0, now.plus(time).plusMillis(999))))
        .orElse(reply);
  }

  private static Map<String, String> headers(int remaining, Instant reset) {
    return Map.of(
        "X-RateLimit-Limit",
        Integer.toString(CALLS_PER_WINDOW),
        "X-RateLimit-Remaining",
        Integer.toString(remaining),
        "X-RateLimit-Reset",
        Long.toString(reset.getEpochSecond()));
  }
}
