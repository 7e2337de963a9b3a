package io.ganglion.connector.anthropic;

import io.ganglion.connector.Act;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Query;
import io.ganglion.connector.Session;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.util.Optional;

/** Batches: messages that are made within a day, for half of the price. */
final class Batches {
  private static final String PATH = "/messages/batches";

  private final Api api;

  Batches(Api api) {
    this.api = api;
  }

  Outcome create(Session session, Act act) {
    var call = Api.call(session, "POST", PATH, act.action().timeout()).json(act.arguments());
    return api.ask(call, Batches::batch);
  }

  Outcome read(Session session, Act act) {
    return api.ask(Api.call(session, "GET", path(act), act.action().timeout()), Batches::batch);
  }

  /** Stops it; one that has ended can't be stopped, and that is as good. */
  Outcome cancel(Session session, Act act) {
    var timeout = act.action().timeout().dividedBy(2);
    var call = Api.call(session, "POST", path(act) + "/cancel", timeout);
    var result = api.send(call.json(Json.object()));
    if (result instanceof HttpResult.Answered a && (a.status() == 400 || a.status() == 409)) {
      var now = api.ask(Api.call(session, "GET", path(act), timeout), Batches::batch);
      if (now instanceof Outcome.Landed l
          && !l.output().path("status").asText().equals("in_progress")) {
        return l;
      }
    }
    return api.judge(session, result, Batches::batch);
  }

  private static String path(Act act) {
    return PATH + "/" + Query.encode(act.arguments().path("id").asText());
  }

  private static Outcome batch(HttpResult.Answered answer) throws IOException {
    var body = Answers.json(answer);
    var output =
        Json.object()
            .put("id", Answers.text(body, "/id"))
            .put("status", Answers.text(body, "/processing_status"))
            .put("results_url", body.path("results_url").asText(""));
    output.set(
        "counts",
        body.path("request_counts").isObject() ? body.path("request_counts") : Json.object());
    return new Outcome.Landed(output, output.path("id").asText(), Optional.empty());
  }
}
