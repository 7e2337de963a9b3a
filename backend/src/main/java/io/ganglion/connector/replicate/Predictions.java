package io.ganglion.connector.replicate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformCall;
import io.ganglion.connector.Query;
import io.ganglion.connector.Session;
import io.ganglion.connector.Waiting;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Starts predictions, waits for them, stops them. */
final class Predictions {
  /** Replicate holds an answer back for at most a minute. */
  private static final Duration LONGEST_HOLD = Duration.ofSeconds(60);

  /** Kept back of the time for one look and the stop. */
  private static final Duration RESERVE = Duration.ofSeconds(15);

  private static final Duration EACH = Duration.ofSeconds(10);

  private final Api api;
  private final Duration pause;

  Predictions(Api api, Duration pause) {
    this.api = api;
    this.pause = pause;
  }

  /** Starts one and answers what it made. */
  Outcome run(Session session, Act act) {
    var began = System.nanoTime();
    var timeout = act.action().timeout();
    var hold = shorter(LONGEST_HOLD, timeout.dividedBy(2));
    var call = create(session, act);
    var held = hold.toSeconds() > 0 ? call.header("Prefer", "wait=" + hold.toSeconds()) : call;
    return switch (api.ask(held, Predictions::read)) {
      case Outcome.Landed l -> {
        var left = timeout.minus(RESERVE).minusNanos(System.nanoTime() - began);
        yield Prediction.ended(l) ? Prediction.result(l) : awaited(session, l, left);
      }
      case Outcome.NotLanded n -> n;
      case Outcome.Unknown u -> u;
    };
  }

  Outcome start(Session session, Act act) {
    return api.ask(create(session, act), Predictions::read);
  }

  Outcome read(Session session, String id, Duration timeout) {
    return api.ask(Api.call(session, "GET", path(id), timeout), Predictions::read);
  }

  Outcome cancel(Session session, String id, Duration timeout) {
    var call = Api.call(session, "POST", path(id) + "/cancel", timeout).json(Json.object());
    return api.ask(call, Predictions::read);
  }

  Outcome newest(Session session, Act act) {
    var cursor = act.arguments().path("cursor").asText("");
    var query = cursor.isEmpty() ? "" : "?" + Query.of("cursor", cursor).text();
    return api.ask(
        Api.call(session, "GET", "/predictions" + query, act.action().timeout()),
        Predictions::listed);
  }

  private Outcome awaited(Session session, Outcome.Landed started, Duration left) {
    var id = started.reference();
    return new Waiting(pause, left)
        .until(() -> ended(read(session, id, EACH)))
        .orElseGet(
            () -> {
              var stopped = cancel(session, id, EACH); // or it would go on costing
              return stopped instanceof Outcome.Landed l && Prediction.ended(l)
                  ? Prediction.result(l)
                  : new Outcome.Unknown(
                      504, "Replicate: prediction %s takes too long".formatted(id));
            });
  }

  /** Empty while it isn't over, or can't be told: a look that failed may be repeated. */
  private static Optional<Outcome> ended(Outcome look) {
    return look instanceof Outcome.Landed l && Prediction.ended(l)
        ? Optional.of(Prediction.result(l))
        : Optional.empty();
  }

  private static PlatformCall create(Session session, Act act) {
    var body = (ObjectNode) act.arguments().deepCopy();
    var model = body.path("model").asText("");
    body.remove("model");
    var path = model.isEmpty() ? "/predictions" : "/models/%s/predictions".formatted(model);
    return Api.call(session, "POST", path, act.action().timeout()).json(body);
  }

  private static String path(String id) {
    return "/predictions/" + Query.encode(id);
  }

  private static Outcome read(HttpResult.Answered answer) throws IOException {
    return Prediction.read(Answers.json(answer));
  }

  private static Outcome listed(HttpResult.Answered answer) throws IOException {
    var body = Answers.json(answer);
    if (!body.path("results").isArray()) {
      throw new IOException("no list");
    }
    var output = Json.object();
    var list = output.putArray("predictions");
    for (var prediction : body.path("results")) {
      list.add(Prediction.read(prediction).output());
    }
    return new Outcome.Landed(
        output.put("next_cursor", cursor(body.path("next").asText(""))), "", Optional.empty());
  }

  /** The next page is told by its whole address. */
  private static String cursor(String next) {
    var at = next.indexOf("cursor=");
    if (at < 0) {
      return "";
    }
    var rest = next.substring(at + "cursor=".length());
    var end = rest.indexOf('&');
    return URLDecoder.decode(end < 0 ? rest : rest.substring(0, end), StandardCharsets.UTF_8);
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
