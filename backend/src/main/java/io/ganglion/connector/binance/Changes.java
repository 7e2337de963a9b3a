package io.ganglion.connector.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Polled;
import io.ganglion.connector.Polling.Question;
import io.ganglion.connector.Query;
import io.ganglion.connector.Session;
import io.ganglion.kernel.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What becomes of the orders of an account in one symbol, by {@code GET /api/v3/allOrders}: from a
 * number on, oldest first. An order's number never changes and its state does, so the cursor keeps
 * how each open order was when it was seen last, and reading begins at the lowest of them.
 *
 * <p>The cursor: {@code after} (the highest number that was seen), {@code open} (states of open
 * orders by number), {@code next} (where the reading under way goes on).
 */
final class Changes {
  private static final String ALL = "/api/v3/allOrders";
  private static final String STILL_OPEN = "/api/v3/openOrders";
  private static final int PAGE = 500;

  private static final String AFTER = "after";
  private static final String OPEN = "open";
  private static final String NEXT = "next";

  /** Whoever has another state comes to no other. */
  private static final Set<String> UNDECIDED =
      Set.of("NEW", "PARTIALLY_FILLED", "PENDING_NEW", "PENDING_CANCEL");

  private final Exchange exchange;

  Changes(Exchange exchange) {
    this.exchange = exchange;
  }

  Polled read(Session session, Question question) {
    if (!question.from().isEmpty()) {
      var from = Json.object().put(AFTER, Long.parseLong(question.from()));
      return page(session, question, from.set(OPEN, Json.object()));
    }
    var cursor = question.cursor();
    if (!cursor.has(AFTER)) {
      return newest(session, question);
    }
    return cursor.has(OPEN)
        ? page(session, question, cursor)
        : stillOpen(session, question, cursor);
  }

  /** At first: which number is the highest. Orders above it are new, whatever is open below. */
  private Polled newest(Session session, Question question) {
    return switch (ask(session, question, ALL, Query.EMPTY.and("limit", "1"))) {
      case Outcome.Landed(var output, var reference, var url) -> {
        long after = 0;
        for (var order : output.path("list")) {
          after = Math.max(after, number(order));
        }
        yield new Polled.Page(List.of(), Json.object().put(AFTER, after), true, 0);
      }
      case Outcome other -> Polled.failed(other);
    };
  }

  private Polled stillOpen(Session session, Question question, JsonNode cursor) {
    return switch (ask(session, question, STILL_OPEN, Query.EMPTY)) {
      case Outcome.Landed(var output, var reference, var url) -> {
        var open = new TreeMap<Long, String>();
        for (var order : output.path("list")) {
          if (number(order) <= cursor.path(AFTER).asLong()) {
            open.put(number(order), state(order));
          }
        }
        yield new Polled.Page(
            List.of(), written(cursor.path(AFTER).asLong(), open, Optional.empty()), false, 0);
      }
      case Outcome other -> Polled.failed(other);
    };
  }

  private Polled page(Session session, Question question, JsonNode cursor) {
    var open = open(cursor);
    long after = cursor.path(AFTER).asLong();
    long lowest = open.isEmpty() ? after + 1 : Math.min(open.firstKey(), after + 1);
    long from = cursor.has(NEXT) ? cursor.path(NEXT).asLong() : lowest;
    var query = Query.of("orderId", Long.toString(from)).and("limit", Integer.toString(PAGE));
    return switch (ask(session, question, ALL, query)) {
      case Outcome.Landed(var output, var reference, var url) ->
          page(question, output.path("list"), open, after, from);
      case Outcome other -> Polled.failed(other);
    };
  }

  private static Polled page(
      Question question, JsonNode orders, NavigableMap<Long, String> open, long after, long from) {
    var items = new ArrayList<Polled.Item>();
    var seen = new TreeMap<Long, String>();
    for (var order : orders) {
      var number = number(order);
      var state = state(order);
      boolean known = number <= after && !open.containsKey(number);
      if (!known && !state.equals(open.get(number))) {
        items.add(item(order, state));
      }
      if (!known && UNDECIDED.contains(order.path("status").asText())) {
        seen.put(number, state);
      }
    }
    boolean full = orders.size() >= PAGE;
    long last = full ? number(orders.get(orders.size() - 1)) : Long.MAX_VALUE;
    // what is gone from the list comes to nothing any more, as what is decided
    open.subMap(from, true, last, true).clear();
    open.putAll(seen);
    long highest =
        orders.isEmpty() ? after : Math.max(after, number(orders.get(orders.size() - 1)));
    var next = full ? Optional.of(next(open, last, highest)) : Optional.<Long>empty();
    return new Polled.Page(
        items, written(highest, open, next), full, question.round()); // the cursor knows them all
  }

  /** The lowest number above the last that something may be new of. */
  private static long next(NavigableMap<Long, String> open, long last, long highest) {
    var higher = open.higherKey(last);
    return higher == null ? Math.max(last, highest) + 1 : higher;
  }

  private Outcome ask(Session session, Question question, String path, Query query) {
    var symbol = Query.of("symbol", question.arguments().path("symbol").asText());
    var whole = query.text().isEmpty() ? symbol : new Query(symbol.text() + "&" + query.text());
    var result = exchange.signed(session, "GET", path, whole, question.poll().timeout());
    return exchange.judge(session, result, answer -> Fills.numbered(answer, "orderId"));
  }

  private static Polled.Item item(JsonNode order, String state) {
    var at = Instant.ofEpochMilli(order.path("updateTime").asLong());
    return new Polled.Item(
        number(order) + ":" + state,
        order.path("status").asText().toLowerCase(Locale.ROOT),
        Optional.of(at),
        order);
  }

  private static long number(JsonNode order) {
    return order.path("orderId").asLong();
  }

  /** What of an order changes. */
  private static String state(JsonNode order) {
    return order.path("status").asText() + ":" + order.path("executedQty").asText();
  }

  private static NavigableMap<Long, String> open(JsonNode cursor) {
    var open = new TreeMap<Long, String>();
    cursor
        .path(OPEN)
        .properties()
        .forEach(one -> open.put(Long.parseLong(one.getKey()), one.getValue().asText()));
    return open;
  }

  private static ObjectNode written(long after, Map<Long, String> open, Optional<Long> next) {
    var cursor = Json.object().put(AFTER, after);
    var states = cursor.putObject(OPEN);
    open.forEach((number, state) -> states.put(Long.toString(number), state));
    next.ifPresent(place -> cursor.put(NEXT, place));
    return cursor;
  }
}
