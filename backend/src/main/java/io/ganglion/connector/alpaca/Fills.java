package io.ganglion.connector.alpaca;

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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Fills of an account's orders, by {@code GET /v2/account/activities/FILL}: newest first. Keys are
 * the times of the trades, in milliseconds since 1970.
 */
final class Fills {
  private static final int PAGE = 100;
  private static final String LIST = "/list";

  private final Broker broker;

  Fills(Broker broker) {
    this.broker = broker;
  }

  Polled read(Session session, Question question) {
    var cursor =
        question.from().isEmpty()
            ? question.cursor()
            : Sweep.from(key(Instant.parse(question.from())));
    var sweep = new Sweep(cursor, question.poll().lag());
    var query =
        Query.of("direction", "desc").and("page_size", Integer.toString(sweep.begun() ? PAGE : 1));
    if (sweep.begun()) {
      query = query.and("after", Instant.ofEpochMilli(Long.parseLong(sweep.since())).toString());
    }
    if (sweep.token().isPresent()) {
      query = query.and("page_token", sweep.token().get());
    }
    var path = "/v2/account/activities/FILL?" + query.text();
    var call = Broker.call(session, "GET", path, question.poll().timeout());
    var outcome = broker.ask(call, Fills::list);
    return outcome instanceof Outcome.Landed page
        ? page(sweep, question, page.output().at(LIST))
        : Polled.failed(outcome);
  }

  private static Outcome list(HttpResult.Answered answer) throws IOException {
    var body = Answers.json(answer);
    if (!body.isArray()) {
      throw new IOException("no list");
    }
    for (var fill : body) {
      Answers.text(fill, "/id");
      if (time(fill).isEmpty()) {
        throw new IOException("no time");
      }
    }
    return new Outcome.Landed(Json.object().set("list", body), "", Optional.empty());
  }

  private static Polled page(Sweep sweep, Question question, JsonNode fills) {
    var all = fills.valueStream().toList();
    if (!sweep.begun()) { // from now on
      var newest = all.stream().map(Fills::key).max(Sweep.ORDER).orElse(Sweep.BOTTOM);
      return new Polled.Page(java.util.List.of(), Sweep.from(newest), false, 0);
    }
    var items = new ArrayList<Polled.Item>();
    var keys = new ArrayList<String>();
    for (var fill : all) {
      if (Sweep.ORDER.compare(key(fill), sweep.since()) > 0) {
        keys.add(key(fill));
        items.add(new Polled.Item(fill.path("id").asText(), "", time(fill), fill));
      }
    }
    boolean whole = all.size() >= PAGE && items.size() == all.size();
    var next = whole ? Optional.of(all.getLast().path("id").asText()) : Optional.<String>empty();
    return sweep.after(keys, next, question.round(), question.now()).with(items.reversed());
  }

  private static String key(JsonNode fill) {
    return key(time(fill).orElseThrow());
  }

  private static String key(Instant time) {
    return Long.toString(Math.max(0, time.toEpochMilli()));
  }

  private static Optional<Instant> time(JsonNode fill) {
    try {
      return Optional.of(OffsetDateTime.parse(fill.path("transaction_time").asText()).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
