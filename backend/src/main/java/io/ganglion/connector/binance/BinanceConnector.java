package io.ganglion.connector.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Classifier;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Manifest;
import io.ganglion.connector.Manifests;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Polled;
import io.ganglion.connector.Polling;
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

/** Trades on Binance's spot market. */
@ApplicationScoped
class BinanceConnector implements Polling {
  private static final Duration WHOAMI_TIMEOUT = Duration.ofSeconds(10);
  private static final String ACCOUNT = "/api/v3/account";

  private final Manifest manifest = Manifests.load("binance");
  private final Exchange exchange;
  private final Orders orders;
  private final Offset offset;
  private final Fills fills;
  private final Changes changes;

  @Inject
  BinanceConnector(Egress egress) {
    this(egress, Clock.systemUTC());
  }

  BinanceConnector(Egress egress, Clock clock) {
    this.exchange = new Exchange(egress, clock);
    this.orders = new Orders(exchange);
    this.offset = new Offset(orders);
    this.fills = new Fills(exchange);
    this.changes = new Changes(exchange);
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public Whoami whoami(Session session) {
    var result = exchange.signed(session, "GET", ACCOUNT, Query.EMPTY, WHOAMI_TIMEOUT);
    return WhoamiAnswer.read(
        exchange.judge(session, result, Readings::account),
        output -> "account " + output.path("uid").asText());
  }

  @Override
  public Polled poll(Session session, Question question) {
    return switch (question.poll().name()) {
      case "fills" -> fills.read(session, question);
      case "orders" -> changes.read(session, question);
      default ->
          throw new IllegalArgumentException("Binance has no poll " + question.poll().name());
    };
  }

  @Override
  public Preparation prepare(Session session, Act act) {
    return switch (orders.test(session, act)) {
      case Outcome.Landed l -> new Preparation.Ready(NullNode.getInstance());
      case Outcome.NotLanded n -> new Preparation.Refused(n.status(), n.reason(), n.retryable());
      case Outcome.Unknown u -> new Preparation.Refused(u.status(), u.reason(), true);
    };
  }

  @Override
  public Outcome send(Session session, Act act) {
    var arguments = act.arguments();
    var timeout = act.action().timeout();
    return switch (act.action().name()) {
      case "createOrder" -> orders.place(session, Order.parameters(act), timeout);
      case "offsetOrder" -> offset.send(session, act, exchange);
      case "cancelOrder" ->
          orders.cancel(
              session, arguments.path("symbol").asText(), name(arguments), timeout.dividedBy(2));
      case "account" -> ask(session, ACCOUNT, Query.EMPTY, timeout, Readings::account);
      case "order" -> {
        var named = Order.named(arguments.path("symbol").asText(), name(arguments));
        yield ask(session, "/api/v3/order", named, timeout, answer -> Order.read(answer).landed());
      }
      case "openOrders" ->
          ask(session, "/api/v3/openOrders", symbol(arguments), timeout, Readings::orders);
      case "myTrades" -> {
        var query = symbol(arguments).and("limit", arguments.path("limit").asText("100"));
        yield ask(session, "/api/v3/myTrades", query, timeout, Readings::trades);
      }
      case "depth" -> {
        var query = symbol(arguments).and("limit", arguments.path("limit").asText("20"));
        var result = exchange.open(session, "/api/v3/depth", query, timeout);
        yield exchange.judge(session, result, Readings::depth);
      }
      case "ticker" -> {
        var result = exchange.open(session, "/api/v3/ticker/price", symbol(arguments), timeout);
        yield exchange.judge(session, result, Readings::ticker);
      }
      default -> throw new IllegalArgumentException("Binance has no action " + act.action().name());
    };
  }

  @Override
  public Finding lookUp(Session session, Act act) {
    return act.action().name().equals("offsetOrder")
        ? offset.find(session, act)
        : orders.find(
            session, act.arguments(), Order.clientId(act.effect()), act.action().timeout());
  }

  @Override
  public Optional<JsonNode> undoArguments(Act act, Outcome.Landed landed) {
    var output = landed.output();
    return Optional.of(
        Json.object()
            .put("symbol", output.path("symbol").asText())
            .put("client_order_id", output.path("client_order_id").asText()));
  }

  private Outcome ask(
      Session session,
      String path,
      Query parameters,
      Duration timeout,
      Classifier.Reading reading) {
    var result = exchange.signed(session, "GET", path, parameters, timeout);
    return exchange.judge(session, result, reading);
  }

  private static Query symbol(JsonNode arguments) {
    return Query.of("symbol", arguments.path("symbol").asText());
  }

  private static String name(JsonNode arguments) {
    return arguments.path("client_order_id").asText();
  }
}
