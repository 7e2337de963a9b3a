package io.ganglion.lab.instagram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Objects.Range;
import io.ganglion.lab.Objects.Thing;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Published media. */
final class Media {
  static final String MEDIA = "media";

  private static final int DEFAULT_PAGE = 25;
  private static final int MAX_PAGE = 100;
  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'+0000'").withZone(ZoneOffset.UTC);

  private Media() {}

  /** Whether the path names the account whose token was sent. */
  static boolean owns(Scene scene, Request request) {
    return request.name().equals(scene.account()) || request.name().equals("me");
  }

  static Reply read(Scene scene, Request request) throws SQLException {
    var container = scene.objects().find(Containers.CONTAINER, request.name());
    if (container.isPresent()) {
      return Containers.poll(scene, request, container.get());
    }
    return scene
        .objects()
        .find(MEDIA, request.name())
        .filter(Thing::visible)
        .map(media -> Reply.ok(Fields.of(request.call(), shown(scene, media))))
        .orElseGet(() -> GraphErrors.missing(request.name()));
  }

  static Reply list(Scene scene, Request request) throws SQLException {
    if (!owns(scene, request)) {
      return GraphErrors.missing(request.name());
    }
    var parameters = request.call().parameters();
    int limit;
    long before;
    try {
      limit = Integer.parseInt(parameters.getOrDefault("limit", Integer.toString(DEFAULT_PAGE)));
      before = Long.parseLong(parameters.getOrDefault("after", Long.toString(Long.MAX_VALUE)));
    } catch (NumberFormatException e) {
      return GraphErrors.parameter("limit or after can't be read");
    }
    int size = Math.clamp(limit, 1, MAX_PAGE);
    var all = scene.objects().list(MEDIA, new Range(Instant.EPOCH, before, size + 1));
    var page = all.subList(0, Math.min(size, all.size()));
    var body = Json.object();
    var data = body.putArray("data");
    page.stream()
        .filter(Thing::visible)
        .forEach(media -> data.add(Fields.of(request.call(), shown(scene, media))));
    if (all.size() > size) {
      var after = Long.toString(page.getLast().number());
      body.putObject("paging").putObject("cursors").put("after", after);
    }
    return Reply.ok(body);
  }

  static Reply delete(Scene scene, Request request) throws SQLException {
    var media = scene.objects().find(MEDIA, request.name());
    if (media.isEmpty()) {
      return GraphErrors.missing(request.name());
    }
    scene.objects().remove(MEDIA, request.name());
    scene.journal("media.deleted", request.name(), media.get().body());
    return Reply.ok(Json.object().put("success", true));
  }

  /** A reel is shown as a video, a carousel as an album. */
  private static String kind(String container) {
    return switch (container) {
      case "REELS" -> "VIDEO";
      case "CAROUSEL" -> "CAROUSEL_ALBUM";
      default -> "IMAGE";
    };
  }

  private static ObjectNode shown(Scene scene, Thing media) {
    return Json.object()
        .put("id", media.id())
        .put("caption", media.body().path("caption").asText())
        .put("media_type", kind(media.body().path("media_type").asText("IMAGE")))
        .put("media_url", media.body().path("media_url").asText())
        .put("permalink", "https://www.instagram.com/p/" + media.id() + "/")
        .put("timestamp", TIME.format(media.created()))
        .put("username", scene.state().path("username").asText());
  }
}
