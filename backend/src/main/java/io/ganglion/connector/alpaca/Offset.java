package io.ganglion.connector.alpaca;

import io.ganglion.connector.Act;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Session;
import io.ganglion.kernel.Json;
import java.time.Duration;
import java.util.Optional;

/**
 * Takes an order back: cancels what is open, then trades what was filled the other way at the
 * market. Each half can be done twice without harm: a closed order isn't cancelled again, and the
 * opposite order carries this act's own client order id, which Alpaca takes once.
 */
final class Offset {
  /** Requests of one act, at most: it shares its time between them. */
  private static final int REQUESTS = 4;

  private final Orders orders;

  Offset(Orders orders) {
    this.orders = orders;
  }

  Outcome send(Session session, Act act) {
    var each = act.action().timeout().dividedBy(REQUESTS);
    return switch (orders.find(session, original(act), each)) {
      case Orders.Result.Found f when f.order().ended() ->
          tradedBack(session, act, f.order(), each);
      case Orders.Result.Found f -> cancelled(session, act, f.order(), each);
      case Orders.Result.Absent a -> Orders.missing();
      case Orders.Result.Failed f ->
          new Outcome.NotLanded(f.status(), f.reason(), Optional.empty(), true); // nothing was sent
    };
  }

  Finding find(Session session, Act act) {
    var each = act.action().timeout().dividedBy(REQUESTS);
    return switch (orders.find(session, original(act), each)) {
      case Orders.Result.Found f when !f.order().ended() -> new Finding.Absent();
      case Orders.Result.Found f when !f.order().filled() ->
          new Finding.Found(landed(act, "0", ""));
      case Orders.Result.Found f -> opposite(session, act, f.order(), each);
      case Orders.Result.Absent a -> new Finding.Inconclusive("Alpaca has no such order");
      case Orders.Result.Failed f -> new Finding.Inconclusive(f.reason());
    };
  }

  private Finding opposite(Session session, Act act, Order original, Duration timeout) {
    return switch (orders.find(session, Order.clientId(act.effect()), timeout)) {
      case Orders.Result.Found f when f.order().side().equals(original.side()) ->
          new Finding.Inconclusive("another order has this client order id");
      case Orders.Result.Found f ->
          new Finding.Found(landed(act, original.filledQty(), f.order().id()));
      case Orders.Result.Absent a -> new Finding.Absent();
      case Orders.Result.Failed f -> new Finding.Inconclusive(f.reason());
    };
  }

  private Outcome cancelled(Session session, Act act, Order order, Duration timeout) {
    return switch (orders.cancel(session, order.id(), timeout)) {
      case Outcome.Unknown u -> u;
      // 422: it ended meanwhile; what was filled still has to be traded back.
      case Outcome.NotLanded n when n.status() != 422 -> n;
      case Outcome.NotLanded n -> afterwards(session, act, timeout);
      case Outcome.Landed l -> afterwards(session, act, timeout);
    };
  }

  private Outcome afterwards(Session session, Act act, Duration timeout) {
    return switch (orders.find(session, original(act), timeout)) {
      case Orders.Result.Found f when f.order().ended() ->
          tradedBack(session, act, f.order(), timeout);
      case Orders.Result.Found f -> new Outcome.Unknown(202, "the cancellation is pending");
      case Orders.Result.Absent a -> new Outcome.Unknown(404, "Alpaca has lost the order");
      case Orders.Result.Failed f -> new Outcome.Unknown(f.status(), f.reason());
    };
  }

  private Outcome tradedBack(Session session, Act act, Order original, Duration timeout) {
    if (!original.filled()) {
      return landed(act, "0", "");
    }
    return switch (orders.place(session, original.opposite(act.effect()), timeout)) {
      case Outcome.Landed l -> landed(act, original.filledQty(), l.reference());
      case Outcome.NotLanded n -> n;
      case Outcome.Unknown u -> u;
    };
  }

  private static String original(Act act) {
    return act.arguments().path("client_order_id").asText();
  }

  private static Outcome.Landed landed(Act act, String quantity, String reference) {
    var output = Json.object().put("client_order_id", original(act)).put("offset_qty", quantity);
    return new Outcome.Landed(output, reference, Optional.empty());
  }
}
