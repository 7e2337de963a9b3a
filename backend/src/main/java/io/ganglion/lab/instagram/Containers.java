package io.ganglion.lab.instagram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Objects.Thing;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Containers: media that Instagram fetches before it can be published. */
final class Containers {
  static final String CONTAINER = "container";

  private static final Duration LIFE = Duration.ofHours(24);
  private static final int READY_AT_POLL = 2;
  private static final int MAX_CAPTION = 2_200;
  private static final int LEAST_CHILDREN = 2;
  private static final int MOST_CHILDREN = 10;

  private Containers() {}

  static Reply create(Scene scene, Request request) throws SQLException {
    if (!Media.owns(scene, request)) {
      return GraphErrors.missing(request.name());
    }
    var parameters = request.call().parameters();
    var kind = parameters.getOrDefault("media_type", "IMAGE");
    var source = kind.equals("REELS") ? "video_url" : "image_url";
    var address = parameters.getOrDefault(source, "");
    var children = parameters.getOrDefault("children", "");
    var caption = parameters.getOrDefault("caption", "");
    if (kind.equals("CAROUSEL")) {
      if (!ready(scene, children)) {
        return GraphErrors.parameter("Param children must be 2 to 10 containers that are FINISHED");
      }
    } else if (address.isEmpty()) {
      return GraphErrors.parameter("The parameter %s is required".formatted(source));
    } else if (!address.matches("https?://\\S+")) {
      return GraphErrors.parameter("Param %s must be a valid URI".formatted(source));
    }
    if (caption.length() > MAX_CAPTION) {
      return GraphErrors.parameter("Param caption must be at most 2200 characters long");
    }
    var id = "1789" + scene.number();
    var body = Json.object().put("image_url", address).put("caption", caption).put("polls", 0);
    if (!kind.equals("IMAGE")) {
      body.put("media_type", kind);
    }
    if (!children.isEmpty()) {
      body.put("children", children);
    }
    scene.objects().add(CONTAINER, id, body);
    scene.journal("container.created", id, body);
    return Reply.ok(Json.object().put("id", id));
  }

  private static boolean ready(Scene scene, String children) throws SQLException {
    var ids = List.of(children.split(","));
    for (var id : ids) {
      var child = scene.objects().find(CONTAINER, id);
      if (child.isEmpty() || !status(scene, child.get()).equals("FINISHED")) {
        return false;
      }
    }
    return ids.size() >= LEAST_CHILDREN && ids.size() <= MOST_CHILDREN;
  }

  /** Tells the status; asking brings it forward, as time would. */
  static Reply poll(Scene scene, Request request, Thing container) throws SQLException {
    int polls = container.body().path("polls").asInt() + 1;
    container.body().put("polls", polls);
    scene.objects().change(CONTAINER, container.id(), container.body());
    var status = status(scene, container);
    var shown =
        Json.object()
            .put("id", container.id())
            .put("status_code", status)
            .put(
                "status",
                status.charAt(0) + status.substring(1).toLowerCase(java.util.Locale.ROOT));
    return Reply.ok(Fields.of(request.call(), shown));
  }

  static String status(Scene scene, Thing container) throws SQLException {
    if (published(container.body())) {
      var media = scene.objects().find(Media.MEDIA, container.body().path("media_id").asText());
      boolean hidden = media.isPresent() && !media.get().visible();
      return hidden ? "FINISHED" : "PUBLISHED";
    }
    if (container.created().plus(LIFE).isBefore(scene.now())) {
      return "EXPIRED";
    }
    return container.body().path("polls").asInt() >= READY_AT_POLL ? "FINISHED" : "IN_PROGRESS";
  }

  static boolean published(ObjectNode container) {
    return container.has("media_id");
  }
}
