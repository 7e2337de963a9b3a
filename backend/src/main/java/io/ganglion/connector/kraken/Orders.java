package io.ganglion.connector.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.Query;
import io.ganglion.connector.Session;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** Checks, places and cancels orders. */
final class Orders {
  private final Exchange exchange;
  private final Search search;

  Orders(Exchange exchange, Search search) {
    this.exchange = exchange;
    this.search = search;
  }

  /** The pair's minimum, which a dry run need not look at; then Kraken's own dry run. */
  Preparation prepare(Session session, Act act) {
    var pair = act.arguments().path("pair").asText();
    var timeout = act.action().timeout();
    var asked =
        exchange.open(
            session, "AssetPairs", Query.of("pair", pair), timeout, pairs -> minimum(act, pairs));
    var outcome =
        asked instanceof Outcome.Landed
            ? exchange.ask(
                session,
                "AddOrder",
                Order.parameters(act, exchange.now()).and("validate", "true"),
                timeout,
                result -> new Outcome.Landed(Json.object(), "", Optional.empty()))
            : asked;
    return switch (outcome) {
      case Outcome.Landed l -> new Preparation.Ready(NullNode.getInstance());
      case Outcome.NotLanded n -> new Preparation.Refused(n.status(), n.reason(), n.retryable());
      case Outcome.Unknown u -> new Preparation.Refused(u.status(), u.reason(), true);
    };
  }

  Outcome place(Session session, Act act) {
    return exchange.ask(
        session,
        "AddOrder",
        Order.parameters(act, exchange.now()),
        act.action().timeout(),
        result -> Order.taken(act, Answers.text(result, "/txid/0")));
  }

  /** Places what trades an order back; gives the identifier. */
  Outcome placeBack(Session session, Act act, Order original, Duration timeout) {
    return exchange.ask(
        session,
        "AddOrder",
        original.opposite(act.effect(), exchange.now()),
        timeout,
        result ->
            new Outcome.Landed(Json.object(), Answers.text(result, "/txid/0"), Optional.empty()));
  }

  /** Cancels; an order that is not open any more answers with what became of it. */
  Outcome cancel(Session session, Act act) {
    var clientId = act.arguments().path("client_order_id").asText();
    var each = act.action().timeout().dividedBy(4);
    var cancelled = cancel(session, clientId, each);
    return switch (cancelled) {
      case Outcome.Unknown u -> u;
      case Outcome.NotLanded n when n.status() != 404 -> n;
      case Outcome.NotLanded n -> closed(session, clientId, each);
      case Outcome.Landed l -> closed(session, clientId, each);
    };
  }

  Outcome cancel(Session session, String clientId, Duration timeout) {
    return exchange.ask(
        session,
        "CancelOrder",
        Query.of("cl_ord_id", clientId),
        timeout,
        result -> {
          Answers.text(result, "/count");
          return new Outcome.Landed(Json.object(), "", Optional.empty());
        });
  }

  Outcome read(Session session, String clientId, Duration timeout) {
    return switch (search.find(session, clientId, timeout)) {
      case Search.Result.Found f -> f.order().landed();
      case Search.Result.Absent a ->
          new Outcome.NotLanded(404, "Kraken has no such order", Optional.empty(), false);
      case Search.Result.Failed f -> new Outcome.Unknown(f.status(), f.reason());
    };
  }

  private Outcome closed(Session session, String clientId, Duration timeout) {
    return switch (search.find(session, clientId, timeout)) {
      case Search.Result.Found f when f.order().open() ->
          new Outcome.Unknown(202, "the cancellation is pending");
      case Search.Result.Found f when f.order().status().equals("closed") ->
          new Outcome.NotLanded(
              409, "the order can't be cancelled: it is closed", Optional.empty(), false);
      case Search.Result.Found f -> f.order().landed();
      case Search.Result.Absent a ->
          new Outcome.NotLanded(404, "Kraken has no such order", Optional.empty(), false);
      case Search.Result.Failed f -> new Outcome.Unknown(f.status(), f.reason());
    };
  }

  private static Outcome minimum(Act act, JsonNode pairs) throws IOException {
    if (pairs.isEmpty()) {
      throw new IOException("no pair");
    }
    var pair = pairs.properties().iterator().next().getValue();
    var least = amount(pair.path("ordermin"));
    var volume = amount(act.arguments().path("volume"));
    if (volume.compareTo(least) < 0) {
      return new Outcome.NotLanded(
          400,
          "Kraken takes orders of %s from %s on"
              .formatted(pair.path("altname").asText(act.arguments().path("pair").asText()), least),
          Optional.empty(),
          false);
    }
    return new Outcome.Landed(Json.object(), "", Optional.empty());
  }

  private static BigDecimal amount(JsonNode text) {
    try {
      return new BigDecimal(text.asText("0"));
    } catch (NumberFormatException e) {
      return BigDecimal.ZERO;
    }
  }
}
