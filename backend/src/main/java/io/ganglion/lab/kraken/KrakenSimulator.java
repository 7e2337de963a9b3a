package io.ganglion.lab.kraken;

import io.ganglion.kernel.Json;
import io.ganglion.lab.Call;
import io.ganglion.lab.Platform;
import io.ganglion.lab.RateWindow;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import io.ganglion.lab.Simulator;
import io.ganglion.lab.Token;
import io.ganglion.lab.Wallet;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Kraken's spot REST interface. */
@ApplicationScoped
class KrakenSimulator implements Simulator {
  private static final String PUBLIC = "/0/public/";
  private static final String GUARD = "cancel_all_at";

  /** Kraken's own counter lets about 15 calls through at once; a laboratory needs more room. */
  private static final int CALLS_PER_MINUTE = 60_000;

  private final Routes routes =
      Routes.under("/0/private")
          .on("POST", "/AddOrder", Orders::add)
          .on("POST", "/CancelOrder", Orders::cancel)
          .on("POST", "/CancelAllOrdersAfter", KrakenSimulator::guard)
          .on("POST", "/OpenOrders", Orders::openOrders)
          .on("POST", "/ClosedOrders", Orders::closedOrders)
          .on("POST", "/QueryOrders", Orders::query)
          .on("POST", "/Balance", KrakenSimulator::balance)
          .on("POST", "/GetApiKeyInfo", KrakenSimulator::key);

  @Override
  public Platform platform() {
    return Platform.KRAKEN;
  }

  @Override
  public Optional<Token> credential(Call call) {
    return call.header("API-Key").flatMap(Token::parse);
  }

  @Override
  public Optional<Reply> open(Call call, Instant now) {
    return call.path().startsWith(PUBLIC)
        ? Optional.of(
            PublicMarket.serve(call.path().substring(PUBLIC.length()), call.parameters(), now))
        : Optional.empty();
  }

  @Override
  public Reply play(Scene scene, Call call) throws SQLException {
    var window =
        RateWindow.take(
            scene.state(), "calls", CALLS_PER_MINUTE, Duration.ofMinutes(1), scene.now());
    if (window.exceeded()) {
      return limited(call, Optional.empty(), scene.now());
    }
    var refusal = Signature.check(scene, call);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    var guard = scene.state().path(GUARD).asText("");
    if (!guard.isEmpty() && Instant.parse(guard).isBefore(scene.now())) {
      Orders.cancelAll(scene);
      scene.state().remove(GUARD);
    }
    Orders.match(scene);
    return routes.serve(scene, call).orElseGet(() -> KrakenErrors.error("EGeneral:Unknown method"));
  }

  @Override
  public Reply unauthorized(Call call) {
    return KrakenErrors.error("EAPI:Invalid key");
  }

  @Override
  public Reply failed(Call call) {
    return Reply.of(500, KrakenErrors.error("EGeneral:Internal error").body());
  }

  /** Without a word on when to come back, whatever was asked for: Kraken has none. */
  @Override
  public Reply limited(Call call, Optional<Duration> wait, Instant now) {
    return KrakenErrors.error("EAPI:Rate limit exceeded");
  }

  private static Reply guard(Scene scene, Request request) throws SQLException {
    var timeout = request.call().parameters().getOrDefault("timeout", "");
    if (!timeout.matches("[0-9]{1,5}") || Integer.parseInt(timeout) > 86_400) {
      return KrakenErrors.error("EGeneral:Invalid arguments:timeout");
    }
    var trigger = scene.now().plusSeconds(Long.parseLong(timeout)).truncatedTo(ChronoUnit.SECONDS);
    boolean off = Integer.parseInt(timeout) == 0;
    if (off) {
      scene.state().remove(GUARD);
    } else {
      scene.state().put(GUARD, trigger.toString());
    }
    var result =
        Json.object()
            .put("currentTime", scene.now().truncatedTo(ChronoUnit.SECONDS).toString())
            .put("triggerTime", off ? "0" : trigger.toString());
    scene.journal("guard.set", timeout, result);
    return KrakenErrors.ok(result);
  }

  private static Reply balance(Scene scene, Request request) {
    var wallet = Wallet.of(scene);
    var result = Json.object();
    wallet.assets().forEach(asset -> result.put(asset, wallet.all(asset).toPlainString()));
    return KrakenErrors.ok(result);
  }

  private static Reply key(Scene scene, Request request) {
    var result =
        Json.object()
            .put("apiKeyName", "laboratory")
            .put("iban", "AA00 N84G " + scene.account())
            .put("nonceWindow", 0)
            .put("validUntil", "0");
    result
        .putArray("permissions")
        .add("query-funds")
        .add("query-open-trades")
        .add("query-closed-trades")
        .add("modify-trades");
    return KrakenErrors.ok(result);
  }
}
