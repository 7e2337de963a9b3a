package io.ganglion.connector.alpaca;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/** Trades stocks and crypto at Alpaca. */
@ApplicationScoped
class AlpacaConnector implements Polling {
  private static final Duration WHOAMI_TIMEOUT = Duration.ofSeconds(10);

  private final Manifest manifest = Manifests.load("alpaca");
  private final Broker broker;
  private final Orders orders;
  private final Offset offset;
  private final Preflight preflight;
  private final Fills fills;

  @Inject
  AlpacaConnector(Egress egress) {
    this(egress, Clock.systemUTC());
  }

  AlpacaConnector(Egress egress, Clock clock) {
    this.broker = new Broker(egress, clock);
    this.orders = new Orders(broker);
    this.offset = new Offset(orders);
    this.preflight = new Preflight(broker);
    this.fills = new Fills(broker);
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public Whoami whoami(Session session) {
    return WhoamiAnswer.read(
        get(session, "/v2/account", WHOAMI_TIMEOUT, Readings::account),
        output -> "account " + output.path("account_number").asText());
  }

  @Override
  public Polled poll(Session session, Question question) {
    return fills.read(session, question);
  }

  @Override
  public Preparation prepare(Session session, Act act) {
    return preflight.check(session, act);
  }

  @Override
  public Outcome send(Session session, Act act) {
    var symbol = act.arguments().path("symbol").asText("");
    var timeout = act.action().timeout();
    return switch (act.action().name()) {
      case "createOrder" -> {
        var order = (ObjectNode) act.arguments().deepCopy();
        order.put("client_order_id", Order.clientId(act.effect()));
        yield orders.place(session, order, timeout);
      }
      case "offsetOrder" -> offset.send(session, act);
      case "cancelOrder" -> orders.cancel(session, act);
      case "order" -> orders.read(session, act);
      case "orders" -> orders.list(session, act);
      case "account" -> get(session, "/v2/account", timeout, Readings::account);
      case "positions" -> get(session, "/v2/positions", timeout, Readings::positions);
      case "position" -> {
        // Alpaca names crypto without its slash here
        var path = "/v2/positions/" + Query.encode(symbol.replace("/", ""));
        yield get(session, path, timeout, Readings::position);
      }
      case "quote" ->
          broker.ask(
              Broker.data(session, quotes(symbol), timeout),
              answer -> Readings.quote(symbol, answer));
      case "clock" -> get(session, "/v2/clock", timeout, Readings::clock);
      default -> throw new IllegalArgumentException("Alpaca has no action " + act.action().name());
    };
  }

  @Override
  public Finding lookUp(Session session, Act act) {
    if (act.action().name().equals("offsetOrder")) {
      return offset.find(session, act);
    }
    var clientId = Order.clientId(act.effect());
    return switch (orders.find(session, clientId, act.action().timeout())) {
      case Orders.Result.Found f
          when f.order().side().equals(act.arguments().path("side").asText())
              && f.order().symbol().equals(act.arguments().path("symbol").asText()) ->
          new Finding.Found(f.order().landed());
      case Orders.Result.Found f ->
          new Finding.Inconclusive("another order has this client order id");
      case Orders.Result.Absent a -> new Finding.Absent();
      case Orders.Result.Failed f -> new Finding.Inconclusive(f.reason());
    };
  }

  @Override
  public Optional<JsonNode> undoArguments(Act act, Outcome.Landed landed) {
    return Optional.of(Json.object().put("client_order_id", Order.clientId(act.effect())));
  }

  private Outcome get(Session session, String path, Duration timeout, Classifier.Reading reading) {
    return broker.ask(Broker.call(session, "GET", path, timeout), reading);
  }

  private static String quotes(String symbol) {
    return symbol.contains("/")
        ? "/v1beta3/crypto/us/latest/quotes?" + Query.of("symbols", symbol).text()
        : "/v2/stocks/%s/quotes/latest".formatted(Query.encode(symbol));
  }
}
