package io.ganglion.lab.instagram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Objects.Range;
import io.ganglion.lab.Objects.Thing;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How a medium is received: who is named in a caption finds it, an account may comment on its own,
 * and all numbers are zero.
 */
final class Reception {
  private static final Set<String> METRICS =
      Set.of("reach", "likes", "comments", "saved", "shares", "views", "total_interactions");
  private static final Pattern NAME = Pattern.compile("@([A-Za-z0-9_.]{1,30})");
  private static final String COMMENT = "comment";
  private static final String TAG = "tag";

  private static final int USUAL_PAGE = 25;
  private static final int MAX_PAGE = 50;
  private static final int MAX_TEXT = 2_200;

  /** So many of an account are looked through. */
  private static final int MOST = 10_000;

  private Reception() {}

  static Reply comment(Scene scene, Request request) throws SQLException {
    if (find(scene, request).isEmpty()) {
      return GraphErrors.missing(request.name());
    }
    var text = request.call().parameters().getOrDefault("message", "");
    if (text.isBlank() || text.length() > MAX_TEXT) {
      return GraphErrors.parameter("message must have 1 to 2200 characters");
    }
    var id = "1790" + scene.number();
    var comment = Json.object().put("media", request.name()).put("text", text);
    comment.put("username", scene.state().path("username").asText());
    scene.objects().add(COMMENT, id, comment);
    scene.journal("comment.made", id, comment);
    return Reply.ok(Json.object().put("id", id));
  }

  static Reply comments(Scene scene, Request request) throws SQLException {
    if (find(scene, request).isEmpty()) {
      return GraphErrors.missing(request.name());
    }
    var all =
        scene.objects().list(COMMENT, Range.newest(MOST)).stream()
            .filter(it -> it.body().path("media").asText().equals(request.name()))
            .toList();
    return page(request, all, it -> dated(it).put("text", it.body().path("text").asText()));
  }

  /** Media of others whose caption names the account. */
  static Reply tags(Scene scene, Request request) throws SQLException {
    if (!Media.owns(scene, request)) {
      return GraphErrors.missing(request.name());
    }
    return page(
        request,
        scene.objects().list(TAG, Range.newest(MOST)),
        it ->
            dated(it)
                .put("caption", it.body().path("caption").asText())
                .put("media_type", "IMAGE")
                .put("permalink", "https://www.instagram.com/p/" + it.id() + "/"));
  }

  /** Puts a medium where those it names will find it. */
  static void note(Scene scene, String id, ObjectNode media) throws SQLException {
    var names = NAME.matcher(media.path("caption").asText()).results().map(it -> it.group(1));
    for (var name : names.distinct().toList()) {
      var account = scene.accountWith("username", name);
      if (account.isPresent()) {
        var tag = Json.object().put("caption", media.path("caption").asText());
        tag.put("username", scene.state().path("username").asText());
        scene.objects(account.get()).add(TAG, id, tag);
        scene.journal(account.get(), "media.tagged", id, tag);
      }
    }
  }

  private static ObjectNode dated(Thing thing) {
    return Json.object()
        .put("id", thing.id())
        .put("username", thing.body().path("username").asText())
        .put("timestamp", Media.TIME.format(thing.created()));
  }

  /** Newest first; the cursor is the number of the last that was shown. */
  private static Reply page(Request request, List<Thing> all, Function<Thing, ObjectNode> shown) {
    var parameters = request.call().parameters();
    int limit;
    long before;
    try {
      limit = Integer.parseInt(parameters.getOrDefault("limit", Integer.toString(USUAL_PAGE)));
      before = Long.parseLong(parameters.getOrDefault("after", Long.toString(Long.MAX_VALUE)));
    } catch (NumberFormatException e) {
      return GraphErrors.parameter("limit or after can't be read");
    }
    var wanted = all.stream().filter(it -> it.visible() && it.number() < before).toList();
    var page = wanted.subList(0, Math.min(Math.clamp(limit, 1, MAX_PAGE), wanted.size()));
    var body = Json.object();
    var data = body.putArray("data");
    page.forEach(it -> data.add(Fields.of(request.call(), shown.apply(it))));
    if (!page.isEmpty()) {
      var paging = body.putObject("paging");
      var after = Long.toString(page.getLast().number());
      paging.putObject("cursors").put("after", after);
      if (wanted.size() > page.size()) {
        paging.put("next", "https://graph.instagram.com/?after=" + after);
      }
    }
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
