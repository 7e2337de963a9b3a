package io.ganglion.connector.kraken;

import io.ganglion.connector.Outcome;
import io.ganglion.connector.Query;
import io.ganglion.connector.Session;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;

/** Finds orders by their client order id, among the open ones first: they close, and never open. */
final class Search {
  private final Exchange exchange;

  Search(Exchange exchange) {
    this.exchange = exchange;
  }

  /** What a search came to. */
  sealed interface Result {
    record Found(Order order) implements Result {}

    record Absent() implements Result {}

    /** Kraken could not be asked; {@code outcome} says why. */
    record Failed(int status, String reason) implements Result {}
  }

  Result find(Session session, String clientId, Duration timeout) {
    var open = find(session, "OpenOrders", "open", clientId, timeout);
    return open instanceof Result.Absent
        ? find(session, "ClosedOrders", "closed", clientId, timeout)
        : open;
  }

  private Result find(
      Session session, String method, String member, String clientId, Duration timeout) {
    var found = new ArrayList<Order>();
    var outcome =
        exchange.ask(
            session,
            method,
            Query.of("cl_ord_id", clientId),
            timeout,
            result -> {
              var orders = result.path(member);
              if (!orders.isObject()) {
                throw new IOException("no orders");
              }
              for (var entry : orders.properties()) {
                var order = Order.read(entry.getKey(), entry.getValue());
                if (order.clientId().equals(clientId)) {
                  found.add(order);
                }
              }
              // a page of all orders instead of the one that was asked for is not the whole
              if (found.isEmpty() && result.path("count").asInt(0) > orders.size()) {
                throw new IOException("there are more orders");
              }
              return new Outcome.Landed(Json.object(), "", Optional.empty());
            });
    return switch (outcome) {
      case Outcome.Landed l ->
          switch (found.size()) {
            case 0 -> new Result.Absent();
            case 1 -> new Result.Found(found.getFirst());
            default -> new Result.Failed(409, "more than one order has this client order id");
          };
      case Outcome.NotLanded n -> new Result.Failed(n.status(), n.reason());
      case Outcome.Unknown u -> new Result.Failed(u.status(), u.reason());
    };
  }
}
