package io.ganglion.connector.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Polled;
import io.ganglion.connector.Polling.Question;
import io.ganglion.connector.Query;
import io.ganglion.connector.Session;
import io.ganglion.connector.Sweep;
import io.ganglion.egress.HttpResult;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What happened to an account, by {@code app.bsky.notification.listNotifications}: newest first.
 * Keys are the times at which Bluesky saw it, in milliseconds since 1970.
 */
final class Notifications {
  private static final String METHOD = "app.bsky.notification.listNotifications";
  private static final String PAGE = "100";

  private final Xrpc xrpc;

  Notifications(Xrpc xrpc) {
    this.xrpc = xrpc;
  }

  Polled read(Session session, Question question) {
    var cursor =
        question.from().isEmpty()
            ? question.cursor()
            : Sweep.from(key(Instant.parse(question.from())));
    var sweep = new Sweep(cursor, question.poll().lag());
    var query = Query.of("limit", sweep.begun() ? PAGE : "1");
    if (sweep.token().isPresent()) {
      query = query.and("cursor", sweep.token().get());
    }
    var call = Xrpc.query(session, METHOD, query, question.poll().timeout());
    var outcome = xrpc.ask(call, Notifications::list);
    return outcome instanceof Outcome.Landed page
        ? page(sweep, question, page.output())
        : Polled.failed(outcome);
  }

  private static Outcome list(HttpResult.Answered answer) throws IOException {
    var body = Answers.json(answer);
    if (!body.path("notifications").isArray()) {
      throw new IOException("no list");
    }
    for (var one : body.path("notifications")) {
      Answers.text(one, "/uri");
      Answers.text(one, "/reason");
      if (time(one).isEmpty()) {
        throw new IOException("no time");
      }
    }
    return new Outcome.Landed(body, "", Optional.empty());
  }

  private static Polled page(Sweep sweep, Question question, JsonNode body) {
    var all = body.path("notifications").valueStream().toList();
    if (!sweep.begun()) { // from now on
      var newest = all.stream().map(Notifications::key).max(Sweep.ORDER).orElse(Sweep.BOTTOM);
      return new Polled.Page(List.of(), Sweep.from(newest), false, 0);
    }
    var items = new ArrayList<Polled.Item>();
    var keys = new ArrayList<String>();
    for (var one : all) {
      var key = key(one);
      if (Sweep.ORDER.compare(key, sweep.since()) > 0) {
        keys.add(key);
        var reason = one.path("reason").asText();
        items.add(
            new Polled.Item(one.path("uri").asText() + "#" + reason, word(reason), time(one), one));
      }
    }
    boolean whole = !all.isEmpty() && items.size() == all.size();
    var next = Optional.ofNullable(body.path("cursor").textValue()).filter(it -> whole);
    return sweep.after(keys, next, question.round(), question.now()).with(items.reversed());
  }

  private static String word(String reason) {
    return reason.matches("[A-Za-z-]{1,64}") ? reason : "other";
  }

  private static String key(JsonNode one) {
    return key(time(one).orElseThrow());
  }

  private static String key(Instant time) {
    return Long.toString(Math.max(0, time.toEpochMilli()));
  }

  private static Optional<Instant> time(JsonNode one) {
    try {
      return Optional.of(OffsetDateTime.parse(one.path("indexedAt").asText()).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
