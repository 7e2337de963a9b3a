package io.ganglion.connector.x;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Classifier;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Polled;
import io.ganglion.connector.Polling.Question;
import io.ganglion.connector.Session;
import io.ganglion.connector.Sweep;
import io.ganglion.egress.Egress;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Posts that mention an account, by {@code GET /2/users/:id/mentions}: newest first, at most the
 * newest 800. Keys are the posts' identifiers, which grow with time.
 */
final class Mentions {
  private static final int PAGE = 100;

  /** The least that X gives. */
  private static final int FEWEST = 5;

  private static final String FIELDS =
      "created_at,author_id,conversation_id,in_reply_to_user_id,referenced_tweets,entities,lang";

  private final Egress egress;
  private final Classifier classifier;

  Mentions(Egress egress, Classifier classifier) {
    this.egress = egress;
    this.classifier = classifier;
  }

  Polled read(Session session, Question question) {
    var cursor = question.from().isEmpty() ? question.cursor() : Sweep.from(question.from());
    var sweep = new Sweep(cursor, question.poll().lag());
    var since = sweep.since().equals(Sweep.BOTTOM) ? "" : sweep.since();
    var call =
        new UsersPosts(session.principal(), "mentions", FIELDS)
            .page(
                session,
                sweep.begun() ? PAGE : FEWEST,
                since,
                sweep.token().orElse(""),
                question.poll().timeout());
    var result = egress.call(call.http());
    if (result instanceof HttpResult.Answered answer && answer.status() == 400) {
      var complaint = complaint(answer);
      if (complaint.contains("pagination_token") && sweep.token().isPresent()) {
        return new Polled.Page(List.of(), sweep.again(), true, 0);
      }
      if (complaint.contains("since_id")) {
        return new Polled.TooOld(classifier.reason(answer, session.credentials()));
      }
    }
    var outcome = classifier.judge(result, question.now(), session.credentials(), Mentions::posts);
    return outcome instanceof Outcome.Landed page
        ? page(sweep, question, page.output())
        : Polled.failed(outcome);
  }

  private static String complaint(HttpResult.Answered answer) {
    try {
      return Json.write(Answers.json(answer).path("errors"));
    } catch (IOException e) {
      return "";
    }
  }

  private static Outcome posts(HttpResult.Answered answer) throws IOException {
    var body = Answers.json(answer);
    Answers.text(body, "/meta/result_count");
    for (var post : body.path("data")) {
      Answers.text(post, "/id");
    }
    return new Outcome.Landed(body, "", Optional.empty());
  }

  private static Polled page(Sweep sweep, Question question, JsonNode body) {
    var items = new ArrayList<Polled.Item>();
    for (var post : body.path("data")) {
      var id = post.path("id").asText();
      if (Sweep.ORDER.compare(id, sweep.since()) > 0) {
        items.add(new Polled.Item(id, "", time(post), post));
      }
    }
    if (!sweep.begun()) { // from now on
      var newest = items.stream().map(Polled.Item::id).max(Sweep.ORDER).orElse(Sweep.BOTTOM);
      return new Polled.Page(List.of(), Sweep.from(newest), false, 0);
    }
    var next = Optional.ofNullable(body.at("/meta/next_token").textValue());
    var keys = items.stream().map(Polled.Item::id).toList();
    return sweep.after(keys, next, question.round(), question.now()).with(items.reversed());
  }

  private static Optional<Instant> time(JsonNode post) {
    try {
      return Optional.of(OffsetDateTime.parse(post.path("created_at").asText()).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
