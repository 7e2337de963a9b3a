package io.ganglion.connector.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformCall;
import io.ganglion.connector.Query;
import io.ganglion.connector.Session;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;

/** What Instagram shows. */
final class Reads {
  private static final String USUAL_METRICS = "reach,likes,comments,saved,shares";

  private Reads() {}

  static PlatformCall medium(Session session, Act act) {
    return get(session, act, "/%s?fields=id,caption,timestamp,permalink".formatted(id(act)));
  }

  static PlatformCall comments(Session session, Act act) {
    int limit = act.arguments().path("limit").asInt(25);
    return get(
        session,
        act,
        "/%s/comments?fields=id,text,username,timestamp&limit=%d".formatted(id(act), limit));
  }

  static PlatformCall insights(Session session, Act act) {
    var asked =
        act.arguments()
            .path("metrics")
            .valueStream()
            .map(JsonNode::asText)
            .collect(Collectors.joining(","));
    var metrics = asked.isEmpty() ? USUAL_METRICS : asked;
    return get(
        session, act, "/%s/insights?%s".formatted(id(act), Query.of("metric", metrics).text()));
  }

  static PlatformCall limit(Session session, Act act) {
    var path =
        "/%s/content_publishing_limit?fields=config,quota_usage"
            .formatted(Query.encode(session.principal()));
    return get(session, act, path);
  }

  static Outcome one(HttpResult.Answered answer) throws IOException {
    return landed(shown(Answers.json(answer)));
  }

  static Outcome recent(HttpResult.Answered answer) throws IOException {
    var output = Json.object();
    var media = output.putArray("media");
    for (var medium : list(answer)) {
      media.add(shown(medium));
    }
    return landed(output);
  }

  static Outcome commented(HttpResult.Answered answer) throws IOException {
    var output = Json.object();
    var comments = output.putArray("comments");
    for (var comment : list(answer)) {
      comments
          .addObject()
          .put("id", Answers.text(comment, "/id"))
          .put("text", comment.path("text").asText())
          .put("username", comment.path("username").asText())
          .put("timestamp", comment.path("timestamp").asText());
    }
    return landed(output);
  }

  static Outcome measured(HttpResult.Answered answer) throws IOException {
    var output = Json.object();
    var metrics = output.putObject("metrics");
    for (var metric : list(answer)) {
      metrics.put(Answers.text(metric, "/name"), metric.at("/values/0/value").asLong());
    }
    return landed(output);
  }

  static Outcome used(HttpResult.Answered answer) throws IOException {
    var usage = list(answer).path(0);
    Answers.text(usage, "/quota_usage");
    return landed(
        Json.object()
            .put("used", usage.path("quota_usage").asInt())
            .put("total", usage.at("/config/quota_total").asInt())
            .put("duration_s", usage.at("/config/quota_duration").asInt()));
  }

  private static ObjectNode shown(JsonNode medium) throws IOException {
    return Json.object()
        .put("id", Answers.text(medium, "/id"))
        .put("caption", medium.path("caption").asText(""))
        .put("timestamp", medium.path("timestamp").asText(""))
        .put("permalink", medium.path("permalink").asText(""));
  }

  private static JsonNode list(HttpResult.Answered answer) throws IOException {
    var data = Answers.json(answer).path("data");
    if (!data.isArray()) {
      throw new IOException("no list");
    }
    return data;
  }

  private static String id(Act act) {
    return Query.encode(act.arguments().path("id").asText());
  }

  private static PlatformCall get(Session session, Act act, String path) {
    return Graph.call(session, "GET", path, act.action().timeout());
  }

  private static Outcome landed(JsonNode output) {
    return new Outcome.Landed(output, "", Optional.empty());
  }
}
