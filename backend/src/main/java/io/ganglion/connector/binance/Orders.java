package io.ganglion.connector.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Query;
import io.ganglion.connector.Session;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Places, finds and cancels orders. */
final class Orders {
  private static final String PATH = "/api/v3/order";

  private final Exchange exchange;

  Orders(Exchange exchange) {
    this.exchange = exchange;
  }

  Outcome test(Session session, Act act) {
    var result =
        exchange.signed(
            session, "POST", PATH + "/test", Order.parameters(act), act.action().timeout());
    return exchange.judge(session, result, answer -> nothing());
  }

  Outcome place(Session session, Query parameters, Duration timeout) {
    var result = exchange.signed(session, "POST", PATH, parameters, timeout);
    return exchange.judge(session, result, answer -> Order.read(answer).landed());
  }

  /** Cancels; an order that is not open any more answers with what became of it. */
  Outcome cancel(Session session, String symbol, String clientId, Duration timeout) {
    var result = exchange.signed(session, "DELETE", PATH, Order.named(symbol, clientId), timeout);
    if (Exchange.code(result) != Exchange.NOT_OPEN) {
      return exchange.judge(session, result, answer -> Order.read(answer).landed());
    }
    return exchange.judge(
        session, ask(session, symbol, clientId, timeout), answer -> closed(Order.read(answer)));
  }

  /** The order of a name, as it is now. */
  HttpResult ask(Session session, String symbol, String clientId, Duration timeout) {
    return exchange.signed(session, "GET", PATH, Order.named(symbol, clientId), timeout);
  }

  /**
   * The order an act meant, by its client order id.
   *
   * @param arguments that the order must agree with; an order of another side or symbol is not it
   */
  Finding find(Session session, JsonNode arguments, String clientId, Duration timeout) {
    var symbol = arguments.path("symbol").asText();
    var result = ask(session, symbol, clientId, timeout);
    if (Exchange.code(result) == Exchange.NO_SUCH_ORDER) {
      return new Finding.Absent();
    }
    if (!(result instanceof HttpResult.Answered answer) || answer.status() != 200) {
      return new Finding.Inconclusive("Binance could not be asked for the order");
    }
    try {
      var order = Order.read(answer);
      return order.means(arguments, clientId)
          ? new Finding.Found(order.landed())
          : new Finding.Inconclusive("another order has this client order id");
    } catch (IOException e) {
      return new Finding.Inconclusive("Binance's answer is unreadable");
    }
  }

  private static Outcome closed(Order order) {
    return order.status().equals("CANCELED")
        ? order.landed()
        : new Outcome.NotLanded(
            409, "the order can't be cancelled: it is " + order.status(), Optional.empty(), false);
  }

  private static Outcome nothing() {
    return new Outcome.Landed(Json.object(), "", Optional.empty());
  }
}
