package io.ganglion.connector.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Manifest;
import io.ganglion.connector.Manifests;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.Query;
import io.ganglion.connector.Session;
import io.ganglion.connector.WhoamiAnswer;
import io.ganglion.egress.Egress;
import io.ganglion.kernel.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Trades on Kraken's spot market. */
@ApplicationScoped
class KrakenConnector implements Connector {
  private static final Duration WHOAMI_TIMEOUT = Duration.ofSeconds(10);

  private final Manifest manifest = Manifests.load("kraken");
  private final Exchange exchange;
  private final Search search;
  private final Orders orders;
  private final Offset offset;

  @Inject
  KrakenConnector(Egress egress) {
    this(egress, Clock.systemUTC());
  }

  KrakenConnector(Egress egress, Clock clock) {
    this.exchange = new Exchange(egress, clock);
    this.search = new Search(exchange);
    this.orders = new Orders(exchange, search);
    this.offset = new Offset(orders, search);
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public Whoami whoami(Session session) {
    var outcome =
        exchange.ask(session, "GetApiKeyInfo", Query.EMPTY, WHOAMI_TIMEOUT, Readings::account);
    return WhoamiAnswer.read(outcome, output -> "account " + output.path("account").asText());
  }

  @Override
  public Preparation prepare(Session session, Act act) {
    return orders.prepare(session, act);
  }

  @Override
  public Outcome send(Session session, Act act) {
    var arguments = act.arguments();
    var timeout = act.action().timeout();
    return switch (act.action().name()) {
      case "createOrder" -> orders.place(session, act);
      case "offsetOrder" -> offset.send(session, act);
      case "cancelOrder" -> orders.cancel(session, act);
      case "cancelAllOrdersAfter" -> {
        var query = Query.of("timeout", arguments.path("timeout").asText());
        yield exchange.ask(session, "CancelAllOrdersAfter", query, timeout, Readings::trigger);
      }
      case "order" ->
          orders.read(session, arguments.path("client_order_id").asText(), timeout.dividedBy(2));
      case "openOrders" ->
          exchange.ask(session, "OpenOrders", Query.EMPTY, timeout, Readings::orders);
      case "balance" -> exchange.ask(session, "Balance", Query.EMPTY, timeout, Readings::balances);
      case "ticker", "depth" -> market(session, act);
      default -> throw new IllegalArgumentException("Kraken has no action " + act.action().name());
    };
  }

  @Override
  public Finding lookUp(Session session, Act act) {
    if (act.action().name().equals("offsetOrder")) {
      return offset.find(session, act);
    }
    var timeout = act.action().timeout().dividedBy(2);
    return switch (search.find(session, Order.clientId(act.effect()), timeout)) {
      case Search.Result.Found f
          when f.order().side().equals(act.arguments().path("side").asText()) ->
          new Finding.Found(f.order().landed());
      case Search.Result.Found f ->
          new Finding.Inconclusive("another order has this client order id");
      case Search.Result.Absent a -> new Finding.Absent();
      case Search.Result.Failed f -> new Finding.Inconclusive(f.reason());
    };
  }

  @Override
  public Optional<JsonNode> undoArguments(Act act, Outcome.Landed landed) {
    return Optional.of(
        act.action().name().equals("createOrder")
            ? Json.object().put("client_order_id", Order.clientId(act.effect()))
            : Json.object().put("timeout", 0));
  }

  private Outcome market(Session session, Act act) {
    var pair = act.arguments().path("pair").asText();
    var timeout = act.action().timeout();
    var query = Query.of("pair", pair);
    if (act.action().name().equals("ticker")) {
      return exchange.open(
          session, "Ticker", query, timeout, result -> Readings.ticker(pair, result));
    }
    var count = Integer.toString(act.arguments().path("count").asInt(25));
    return exchange.open(
        session,
        "Depth",
        query.and("count", count),
        timeout,
        result -> Readings.depth(pair, result));
  }
}
