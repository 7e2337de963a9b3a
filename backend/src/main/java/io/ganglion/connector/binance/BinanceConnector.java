package io.ganglion.connector.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Answers;
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
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Trades on Binance's spot market. */
@ApplicationScoped
class BinanceConnector implements Connector {
  private static final Duration WHOAMI_TIMEOUT = Duration.ofSeconds(10);
  private static final String ACCOUNT = "/api/v3/account";

  private final Manifest manifest = Manifests.load("binance");
  private final Exchange exchange;
  private final Orders orders;
  private final Offset offset;

  @Inject
  BinanceConnector(Egress egress) {
    this(egress, Clock.systemUTC());
  }

  BinanceConnector(Egress egress, Clock clock) {
    this.exchange = new Exchange(egress, clock);
    this.orders = new Orders(exchange);
    this.offset = new Offset(orders);
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public Whoami whoami(Session session) {
    var result = exchange.signed(session, "GET", ACCOUNT, Query.EMPTY, WHOAMI_TIMEOUT);
    return WhoamiAnswer.read(
        exchange.judge(session, result, BinanceConnector::account),
        output -> "account " + output.path("uid").asText());
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
              session,
              arguments.path("symbol").asText(),
              arguments.path("client_order_id").asText(),
              timeout.dividedBy(2));
      case "account" ->
          exchange.judge(
              session,
              exchange.signed(session, "GET", ACCOUNT, Query.EMPTY, timeout),
              BinanceConnector::account);
      case "ticker" -> {
        var query = Query.of("symbol", arguments.path("symbol").asText());
        var result = exchange.open(session, "/api/v3/ticker/price", query, timeout);
        yield exchange.judge(session, result, BinanceConnector::ticker);
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

  private static Outcome account(HttpResult.Answered answer) throws IOException {
    var body = Answers.json(answer);
    var output = Json.object().put("uid", Answers.text(body, "/uid"));
    var balances = output.putArray("balances");
    for (var balance : body.path("balances")) {
      balances
          .addObject()
          .put("asset", Answers.text(balance, "/asset"))
          .put("free", Answers.text(balance, "/free"))
          .put("locked", Answers.text(balance, "/locked"));
    }
    return new Outcome.Landed(output, output.path("uid").asText(), Optional.empty());
  }

  private static Outcome ticker(HttpResult.Answered answer) throws IOException {
    var body = Answers.json(answer);
    var output =
        Json.object()
            .put("symbol", Answers.text(body, "/symbol"))
            .put("price", Answers.text(body, "/price"));
    return new Outcome.Landed(output, "", Optional.empty());
  }
}
