package io.ganglion.lab.instagram;

import io.ganglion.kernel.Json;
import io.ganglion.lab.Objects.Thing;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** How a medium is received: nobody in the laboratory comments, and all numbers are zero. */
final class Reception {
  private static final Set<String> METRICS =
      Set.of("reach", "likes", "comments", "saved", "shares", "views", "total_interactions");

  private Reception() {}

  static Reply comments(Scene scene, Request request) throws SQLException {
    if (find(scene, request).isEmpty()) {
      return GraphErrors.missing(request.name());
    }
    var body = Json.object();
    body.putArray("data");
    return Reply.ok(body);
  }

  static Reply insights(Scene scene, Request request) throws SQLException {
    if (find(scene, request).isEmpty()) {
      return GraphErrors.missing(request.name());
    }
    var body = Json.object();
    var data = body.putArray("data");
    for (var name : request.call().parameters().getOrDefault("metric", "").split(",")) {
      if (!METRICS.contains(name)) {
        return GraphErrors.parameter("metric must be one of " + METRICS);
      }
      var metric = data.addObject().put("name", name).put("period", "lifetime");
      metric.putArray("values").addObject().put("value", 0);
      metric.put("id", "%s/insights/%s/lifetime".formatted(request.name(), name));
    }
    return Reply.ok(body);
  }

  private static Optional<Thing> find(Scene scene, Request request) throws SQLException {
    return scene.objects().find(Media.MEDIA, request.name()).filter(Thing::visible);
  }
}
