package io.ganglion.connector.instagram;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What others say: comments on a medium, and media in which the account is named. Both lists are
 * newest first. Keys are the times, in milliseconds since 1970: identifiers don't grow.
 */
final class Received {
  private static final String PAGE = "50";

  private final Graph graph;

  Received(Graph graph) {
    this.graph = graph;
  }

  Polled read(Session session, Question question) {
    var cursor =
        question.from().isEmpty()
            ? question.cursor()
            : Sweep.from(key(Instant.parse(question.from())));
    var sweep = new Sweep(cursor, question.poll().lag());
    var query = Query.of("fields", fields(question)).and("limit", PAGE);
    if (sweep.token().isPresent()) {
      query = query.and("after", sweep.token().get());
    }
    var path = "/%s?%s".formatted(list(session, question), query.text());
    var call = Graph.call(session, "GET", path, question.poll().timeout());
    var result = graph.send(call);
    if (result instanceof HttpResult.Answered a
        && sweep.token().isPresent()
        && Graph.error(a).path("code").asInt() == Graph.INVALID_PARAMETER) {
      return new Polled.Page(List.of(), sweep.again(), true, 0); // where it was is no more
    }
    var outcome = graph.judge(session, result, Received::listed);
    return outcome instanceof Outcome.Landed page
        ? page(sweep, question, page.output())
        : Polled.failed(outcome);
  }

  private static String list(Session session, Question question) {
    return switch (question.poll().name()) {
      case "comments" -> Query.encode(question.arguments().path("id").asText()) + "/comments";
      case "mentions" -> Query.encode(session.principal()) + "/tags";
      default ->
          throw new IllegalArgumentException("Instagram has no poll " + question.poll().name());
    };
  }

  private static String fields(Question question) {
    return question.poll().name().equals("comments")
        ? "id,text,username,timestamp"
        : "id,caption,media_type,permalink,timestamp,username";
  }

  private static Outcome listed(HttpResult.Answered answer) throws IOException {
    var body = Answers.json(answer);
    if (!body.path("data").isArray()) {
      throw new IOException("no list");
    }
    for (var one : body.path("data")) {
      Answers.text(one, "/id");
      if (Media.time(one).equals(Instant.MIN)) {
        throw new IOException("no time");
      }
    }
    return new Outcome.Landed(body, "", Optional.empty());
  }

  private static Polled page(Sweep sweep, Question question, JsonNode body) {
    var all = body.path("data");
    var keys = new ArrayList<String>();
    var items = new ArrayList<Polled.Item>();
    for (var one : all) {
      var time = Media.time(one);
      if (Sweep.ORDER.compare(key(time), sweep.since()) > 0) {
        keys.add(key(time));
        items.add(new Polled.Item(one.path("id").asText(), "", Optional.of(time), one));
      }
    }
    if (!sweep.begun()) { // from now on
      var newest = keys.stream().max(Sweep.ORDER).orElse(Sweep.BOTTOM);
      return new Polled.Page(List.of(), Sweep.from(newest), false, 0);
    }
    boolean further = body.at("/paging/next").isTextual() && items.size() == all.size();
    var next =
        further
            ? Optional.ofNullable(body.at("/paging/cursors/after").textValue())
            : Optional.<String>empty();
    return sweep.after(keys, next, question.round(), question.now()).with(items.reversed());
  }

  private static String key(Instant time) {
    return Long.toString(Math.max(0, time.toEpochMilli()));
  }
}
