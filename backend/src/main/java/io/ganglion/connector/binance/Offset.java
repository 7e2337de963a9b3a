package io.ganglion.connector.binance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Session;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Takes an order back: cancels what is open, then trades what was filled the other way at the
 * market. Each half can be done twice without harm: a closed order isn't cancelled again, and the
 * opposite order carries this act's own client order id and is looked up before it is sent again.
 *
 * <p>The opposite order is for the filled quantity as it is: a fee that was taken in the bought
 * asset must be in the account already, else Binance refuses it.
 */
final class Offset {
  private final Orders orders;

  Offset(Orders orders) {
    this.orders = orders;
  }

  Outcome send(Session session, Act act, Exchange exchange) {
    var symbol = act.arguments().path("symbol").asText();
    var original = original(act);
    var each = act.action().timeout().dividedBy(3);
    return switch (orders.cancel(session, symbol, original, each)) {
      case Outcome.Unknown u -> u;
      // 409: it is closed already; what was filled still has to be traded back.
      case Outcome.NotLanded n when n.status() != 409 -> n;
      case Outcome.NotLanded n -> tradeBack(session, act, exchange, each);
      case Outcome.Landed l -> tradeBack(session, act, exchange, each);
    };
  }

  Finding find(Session session, Act act) {
    var symbol = act.arguments().path("symbol").asText();
    var each = act.action().timeout().dividedBy(3);
    var result = orders.ask(session, symbol, original(act), each);
    if (!(result instanceof HttpResult.Answered answer) || answer.status() != 200) {
      return new Finding.Inconclusive("Binance could not be asked for the order to offset");
    }
    try {
      var order = Order.read(answer);
      if (order.open()) {
        return new Finding.Absent();
      }
      if (!order.filled()) {
        return new Finding.Found(landed(act, "0", ""));
      }
      var opposite =
          Json.object()
              .put("symbol", symbol)
              .put("side", order.side().equals("BUY") ? "SELL" : "BUY");
      return switch (orders.find(session, opposite, Order.clientId(act.effect()), each)) {
        case Finding.Found f ->
            new Finding.Found(
                landed(
                    act,
                    f.landed().output().path("executed_qty").asText(),
                    f.landed().reference()));
        case Finding.Absent a -> a;
        case Finding.Inconclusive i -> i;
      };
    } catch (IOException e) {
      return new Finding.Inconclusive("Binance's answer is unreadable");
    }
  }

  private Outcome tradeBack(Session session, Act act, Exchange exchange, Duration timeout) {
    var symbol = act.arguments().path("symbol").asText();
    var result = orders.ask(session, symbol, original(act), timeout);
    if (!(result instanceof HttpResult.Answered answer) || answer.status() != 200) {
      return exchange.judge(session, result, a -> landed(act, "0", ""));
    }
    Order order;
    try {
      order = Order.read(answer);
    } catch (IOException e) {
      return new Outcome.Unknown(200, "Binance answered 200, unreadable");
    }
    if (!order.filled()) {
      return landed(act, "0", "");
    }
    return switch (orders.place(session, Order.opposite(order, act.effect()), timeout)) {
      case Outcome.Landed l -> landed(act, l.output().path("executed_qty").asText(), l.reference());
      case Outcome.NotLanded n -> n;
      case Outcome.Unknown u -> u;
    };
  }

  private static String original(Act act) {
    return act.arguments().path("client_order_id").asText();
  }

  private static Outcome.Landed landed(Act act, String quantity, String reference) {
    ObjectNode output =
        Json.object().put("client_order_id", original(act)).put("offset_qty", quantity);
    return new Outcome.Landed(output, reference, Optional.empty());
  }
}
