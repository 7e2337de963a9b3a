package io.ganglion.connector.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Polled;
import io.ganglion.connector.Polling.Question;
import io.ganglion.connector.Query;
import io.ganglion.connector.Session;
import io.ganglion.connector.Sweep;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Trades of an account in one symbol, by {@code GET /api/v3/myTrades}: from a number on, oldest
 * first. Keys are the trades' numbers, which grow with time.
 */
final class Fills {
  private static final String PATH = "/api/v3/myTrades";
  private static final int PAGE = 1000;
  private static final String LIST = "list";

  private final Exchange exchange;

  Fills(Exchange exchange) {
    this.exchange = exchange;
  }

  Polled read(Session session, Question question) {
    var cursor = question.from().isEmpty() ? question.cursor() : Sweep.from(question.from());
    var sweep = new Sweep(cursor, question.poll().lag());
    var query = Query.of("symbol", question.arguments().path("symbol").asText());
    if (sweep.begun()) {
      query = query.and("fromId", sweep.token().orElseGet(() -> after(sweep.since())));
    }
    query = query.and("limit", Integer.toString(sweep.begun() ? PAGE : 1));
    var result = exchange.signed(session, "GET", PATH, query, question.poll().timeout());
    var outcome = exchange.judge(session, result, answer -> numbered(answer, "id"));
    return outcome instanceof Outcome.Landed page
        ? page(sweep, question, page.output().path(LIST))
        : Polled.failed(outcome);
  }

  /** A list of things with numbers, as it came. */
  static Outcome numbered(HttpResult.Answered answer, String number) throws IOException {
    var body = Answers.json(answer);
    if (!body.isArray()) {
      throw new IOException("no list");
    }
    for (var one : body) {
      if (!one.path(number).canConvertToLong() || one.path(number).asLong() < 0) {
        throw new IOException("no number");
      }
    }
    return new Outcome.Landed(Json.object().set(LIST, body), "", Optional.empty());
  }

  private static Polled page(Sweep sweep, Question question, JsonNode trades) {
    var keys = new ArrayList<String>();
    var items = new ArrayList<Polled.Item>();
    for (var trade : trades) {
      var id = Long.toString(trade.path("id").asLong());
      keys.add(id);
      var at = Optional.of(Instant.ofEpochMilli(trade.path("time").asLong()));
      items.add(new Polled.Item(id, "", at, trade));
    }
    if (!sweep.begun()) { // from now on
      var newest = keys.stream().max(Sweep.ORDER).orElse(Sweep.BOTTOM);
      return new Polled.Page(List.of(), Sweep.from(newest), false, 0);
    }
    var next = items.size() >= PAGE ? Optional.of(after(keys.getLast())) : Optional.<String>empty();
    return sweep.after(keys, next, question.round(), question.now()).with(items);
  }

  private static String after(String number) {
    return Long.toString(Long.parseLong(number) + 1);
  }
}
