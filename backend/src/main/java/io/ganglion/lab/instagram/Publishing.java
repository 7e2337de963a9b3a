package io.ganglion.lab.instagram;

import io.ganglion.kernel.Json;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import java.sql.SQLException;
import java.time.Duration;

/** Makes a container public, within the account's quota. */
final class Publishing {
  private static final Duration QUOTA_TIME = Duration.ofHours(24);

  /** Instagram's own is 50 to 100; a laboratory that runs thousands of effects needs more room. */
  private static final int QUOTA = 10_000;

  private static final String PUBLISHED = "published";

  private Publishing() {}

  static Reply publish(Scene scene, Request request) throws SQLException {
    if (!Media.owns(scene, request)) {
      return GraphErrors.missing(request.name());
    }
    var id = request.call().parameters().getOrDefault("creation_id", "");
    if (id.isEmpty()) {
      return GraphErrors.parameter("The parameter creation_id is required");
    }
    var container = scene.objects().find(Containers.CONTAINER, id);
    if (container.isEmpty()) {
      return GraphErrors.missing(id);
    }
    if (Containers.published(container.get().body())) {
      return GraphErrors.published();
    }
    if (!Containers.status(scene, container.get()).equals("FINISHED")) {
      return GraphErrors.notReady();
    }
    if (used(scene) >= QUOTA) {
      return GraphErrors.quotaReached();
    }
    var body = container.get().body();
    var mediaId = "1805" + scene.number();
    var media =
        Json.object()
            .put("caption", body.path("caption").asText())
            .put("media_url", body.path("image_url").asText())
            .put("container_id", id);
    if (body.has("media_type")) {
      media.set("media_type", body.path("media_type"));
    }
    scene.objects().add(Media.MEDIA, mediaId, media);
    scene.objects().add(PUBLISHED, mediaId, Json.object());
    scene.objects().change(Containers.CONTAINER, id, body.put("media_id", mediaId));
    scene.journal("media.published", mediaId, media);
    Reception.note(scene, mediaId, media);
    return Reply.ok(Json.object().put("id", mediaId));
  }

  static Reply limit(Scene scene, Request request) throws SQLException {
    if (!Media.owns(scene, request)) {
      return GraphErrors.missing(request.name());
    }
    var body = Json.object();
    var usage = body.putArray("data").addObject().put("quota_usage", used(scene));
    usage
        .putObject("config")
        .put("quota_total", QUOTA)
        .put("quota_duration", QUOTA_TIME.toSeconds());
    return Reply.ok(body);
  }

  /** Deleted media count too. */
  private static int used(Scene scene) throws SQLException {
    return scene.objects().count(PUBLISHED, scene.now().minus(QUOTA_TIME));
  }
}
