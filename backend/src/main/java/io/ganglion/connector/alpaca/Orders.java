package io.ganglion.connector.alpaca;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Query;
import io.ganglion.connector.Session;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Places, finds and cancels orders. */
final class Orders {
  private static final String PATH = "/v2/orders";

  private final Broker broker;

  Orders(Broker broker) {
    this.broker = broker;
  }

  /** What a search came to. */
  sealed interface Result {
    record Found(Order order) implements Result {}

    record Absent() implements Result {}

    /** Alpaca could not be asked. */
    record Failed(int status, String reason) implements Result {}
  }

  Outcome place(Session session, JsonNode order, Duration timeout) {
    return broker.ask(
        Broker.call(session, "POST", PATH, timeout).json(order),
        answer -> Order.read(Answers.json(answer)).landed());
  }

  Result find(Session session, String clientId, Duration timeout) {
    var query = Query.of("client_order_id", clientId);
    var path = "/v2/orders:by_client_order_id?" + query.text();
    var result = broker.send(Broker.call(session, "GET", path, timeout));
    if (Broker.status(result) == 404) {
      return new Result.Absent();
    }
    var outcome =
        broker.judge(
            session,
            result,
            answer -> new Outcome.Landed(Answers.json(answer), "", Optional.empty()));
    return switch (outcome) {
      case Outcome.Landed l -> named(l.output(), clientId);
      case Outcome.NotLanded n -> new Result.Failed(n.status(), n.reason());
      case Outcome.Unknown u -> new Result.Failed(u.status(), u.reason());
    };
  }

  /** Cancels; one that has ended answers with what became of it. */
  Outcome cancel(Session session, Act act) {
    var clientId = act.arguments().path("client_order_id").asText();
    var each = act.action().timeout().dividedBy(3);
    return switch (find(session, clientId, each)) {
      case Result.Found f when f.order().ended() -> cancelled(f.order());
      case Result.Found f ->
          switch (cancel(session, f.order().id(), each)) {
            case Outcome.Unknown u -> u;
            case Outcome.NotLanded n when n.status() != 422 -> n;
            case Outcome.NotLanded n -> afterwards(session, clientId, each);
            case Outcome.Landed l -> afterwards(session, clientId, each);
          };
      case Result.Absent a -> missing();
      case Result.Failed f -> new Outcome.NotLanded(f.status(), f.reason(), Optional.empty(), true);
    };
  }

  /** Asks for the cancellation alone; 422 says that it can't be cancelled any more. */
  Outcome cancel(Session session, String id, Duration timeout) {
    var call = Broker.call(session, "DELETE", PATH + "/" + Query.encode(id), timeout);
    return broker.ask(
        call,
        answer -> {
          if (answer.status() != 204) {
            throw new IOException("not what Alpaca promises");
          }
          return new Outcome.Landed(Json.object(), "", Optional.empty());
        });
  }

  Outcome read(Session session, Act act) {
    var clientId = act.arguments().path("client_order_id").asText();
    return switch (find(session, clientId, act.action().timeout())) {
      case Result.Found f -> f.order().landed();
      case Result.Absent a -> missing();
      case Result.Failed f -> new Outcome.Unknown(f.status(), f.reason());
    };
  }

  Outcome list(Session session, Act act) {
    var arguments = act.arguments();
    var query =
        Query.of("status", arguments.path("status").asText("open"))
            .and("limit", Integer.toString(arguments.path("limit").asInt(50)));
    for (var bound : List.of("after", "until")) {
      if (arguments.has(bound)) {
        query = query.and(bound, arguments.path(bound).asText());
      }
    }
    return broker.ask(
        Broker.call(session, "GET", PATH + "?" + query.text(), act.action().timeout()),
        answer -> {
          var body = Answers.json(answer);
          if (!body.isArray()) {
            throw new IOException("no list");
          }
          var output = Json.object();
          var list = output.putArray("orders");
          for (var order : body) {
            list.add(Order.read(order).landed().output());
          }
          return new Outcome.Landed(output, "", Optional.empty());
        });
  }

  static Outcome missing() {
    return new Outcome.NotLanded(404, "Alpaca has no such order", Optional.empty(), false);
  }

  private Outcome afterwards(Session session, String clientId, Duration timeout) {
    return switch (find(session, clientId, timeout)) {
      case Result.Found f when f.order().ended() -> cancelled(f.order());
      case Result.Found f -> new Outcome.Unknown(202, "the cancellation is pending");
      case Result.Absent a -> new Outcome.Unknown(404, "Alpaca has lost the order");
      case Result.Failed f -> new Outcome.Unknown(f.status(), f.reason());
    };
  }

  private static Outcome cancelled(Order order) {
    return order.status().equals("canceled")
        ? order.landed()
        : new Outcome.NotLanded(
            409, "the order can't be cancelled: it is " + order.status(), Optional.empty(), false);
  }

  private static Result named(JsonNode body, String clientId) {
    try {
      var order = Order.read(body);
      return order.clientId().equals(clientId)
          ? new Result.Found(order)
          : new Result.Failed(200, "Alpaca answered another order");
    } catch (IOException e) {
      return new Result.Failed(200, "Alpaca's answer is unreadable");
    }
  }
}
