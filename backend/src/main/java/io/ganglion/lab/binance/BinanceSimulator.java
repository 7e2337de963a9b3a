package io.ganglion.lab.binance;

import io.ganglion.kernel.Json;
import io.ganglion.lab.Call;
import io.ganglion.lab.Platform;
import io.ganglion.lab.RateWindow;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes;
import io.ganglion.lab.Routes.Handler;
import io.ganglion.lab.Scene;
import io.ganglion.lab.Simulator;
import io.ganglion.lab.Token;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Binance's REST interface, version 3. */
@ApplicationScoped
class BinanceSimulator implements Simulator {
  private static final String WEIGHT = "X-MBX-USED-WEIGHT-1M";

  /** Binance counts weights by address; the laboratory counts calls by account. */
  private static final int CALLS_PER_MINUTE = 60_000;

  private final Routes routes =
      Routes.under("/api/v3")
          .on("POST", "/order", signed(Orders::place))
          .on("POST", "/order/test", signed(Orders::test))
          .on("DELETE", "/order", signed(OpenOrders::cancel))
          .on("GET", "/order", signed(OpenOrders::read))
          .on("GET", "/openOrders", signed(OpenOrders::list))
          .on("GET", "/allOrders", signed(OpenOrders::all))
          .on("GET", "/myTrades", signed(Trades::list))
          .on("GET", "/account", signed(Balances::account));

  @Override
  public Platform platform() {
    return Platform.BINANCE;
  }

  @Override
  public Optional<Token> credential(Call call) {
    return call.header("X-MBX-APIKEY").flatMap(Token::parse);
  }

  @Override
  public Optional<Reply> open(Call call, Instant now) {
    return call.method().equals("GET")
        ? PublicMarket.serve(routes.path(call), call.parameters(), now)
        : Optional.empty();
  }

  @Override
  public Reply play(Scene scene, Call call) throws SQLException {
    var window =
        RateWindow.take(
            scene.state(), "weight", CALLS_PER_MINUTE, Duration.ofMinutes(1), scene.now());
    if (window.exceeded()) {
      return limited(call, Optional.of(Duration.between(scene.now(), window.reset())), scene.now());
    }
    Matching.run(scene);
    return routes
        .serve(scene, call)
        .orElseGet(() -> Reply.of(404, Json.object()))
        .header(WEIGHT, Integer.toString(window.taken()));
  }

  @Override
  public Reply unauthorized(Call call) {
    return BinanceErrors.badKey();
  }

  @Override
  public Reply failed(Call call) {
    return BinanceErrors.internal();
  }

  @Override
  public Reply limited(Call call, Optional<Duration> wait, Instant now) {
    var reply = BinanceErrors.tooMany().header(WEIGHT, Integer.toString(CALLS_PER_MINUTE));
    return wait.map(
            time -> reply.header("Retry-After", Long.toString(Math.ceilDiv(time.toMillis(), 1000))))
        .orElse(reply);
  }

  private static Handler signed(Handler handler) {
    return (scene, request) -> {
      var refusal =
          Signature.check(request.call(), scene.state().path("secret_key").asText(), scene.now());
      return refusal.isPresent() ? refusal.get() : handler.serve(scene, request);
    };
  }
}
