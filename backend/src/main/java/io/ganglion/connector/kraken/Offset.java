package io.ganglion.connector.kraken;

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
 * opposite order carries this act's own client order id and is looked up before it is sent again.
 */
final class Offset {
  /** Requests of one act, at most: it shares its time between them. */
  private static final int REQUESTS = 7;

  private final Orders orders;
  private final Search search;

  Offset(Orders orders, Search search) {
    this.orders = orders;
    this.search = search;
  }

  Outcome send(Session session, Act act) {
    var each = act.action().timeout().dividedBy(REQUESTS);
    return switch (search.find(session, original(act), each)) {
      case Search.Result.Found f ->
          f.order().open()
              ? cancelled(session, act, each)
              : tradedBack(session, act, f.order(), each);
      case Search.Result.Absent a ->
          new Outcome.NotLanded(404, "Kraken has no such order", Optional.empty(), false);
      case Search.Result.Failed f ->
          new Outcome.NotLanded(f.status(), f.reason(), Optional.empty(), true); // nothing was sent
    };
  }

  Finding find(Session session, Act act) {
    var each = act.action().timeout().dividedBy(REQUESTS);
    return switch (search.find(session, original(act), each)) {
      case Search.Result.Found f when f.order().open() -> new Finding.Absent();
      case Search.Result.Found f when !f.order().filled() ->
          new Finding.Found(landed(act, "0", ""));
      case Search.Result.Found f -> opposite(session, act, f.order(), each);
      case Search.Result.Absent a -> new Finding.Inconclusive("Kraken has no such order");
      case Search.Result.Failed f -> new Finding.Inconclusive(f.reason());
    };
  }

  private Finding opposite(Session session, Act act, Order original, Duration timeout) {
    return switch (search.find(session, Order.clientId(act.effect()), timeout)) {
      case Search.Result.Found f when f.order().side().equals(original.side()) ->
          new Finding.Inconclusive("another order has this client order id");
      case Search.Result.Found f ->
          new Finding.Found(landed(act, original.executed(), f.order().id()));
      case Search.Result.Absent a -> new Finding.Absent();
      case Search.Result.Failed f -> new Finding.Inconclusive(f.reason());
    };
  }

  private Outcome cancelled(Session session, Act act, Duration timeout) {
    return switch (orders.cancel(session, original(act), timeout)) {
      case Outcome.Unknown u -> u;
      // 404: it closed meanwhile; what was filled still has to be traded back.
      case Outcome.NotLanded n when n.status() != 404 -> n;
      case Outcome.NotLanded n -> afterwards(session, act, timeout);
      case Outcome.Landed l -> afterwards(session, act, timeout);
    };
  }

  private Outcome afterwards(Session session, Act act, Duration timeout) {
    return switch (search.find(session, original(act), timeout)) {
      case Search.Result.Found f when f.order().open() ->
          new Outcome.Unknown(202, "the cancellation is pending");
      case Search.Result.Found f -> tradedBack(session, act, f.order(), timeout);
      case Search.Result.Absent a -> new Outcome.Unknown(404, "Kraken has lost the order");
      case Search.Result.Failed f -> new Outcome.Unknown(f.status(), f.reason());
    };
  }

  private Outcome tradedBack(Session session, Act act, Order original, Duration timeout) {
    if (!original.filled()) {
      return landed(act, "0", "");
    }
    return switch (orders.placeBack(session, act, original, timeout)) {
      case Outcome.Landed l -> landed(act, original.executed(), l.reference());
      case Outcome.NotLanded n -> n;
      case Outcome.Unknown u -> u;
    };
  }

  private static String original(Act act) {
    return act.arguments().path("client_order_id").asText();
  }

  private static Outcome.Landed landed(Act act, String volume, String reference) {
    var output = Json.object().put("client_order_id", original(act)).put("offset_volume", volume);
    return new Outcome.Landed(output, reference, Optional.empty());
  }
}
