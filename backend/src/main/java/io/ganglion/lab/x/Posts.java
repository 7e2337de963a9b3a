package io.ganglion.lab.x;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Objects.Thing;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Posts of one account. */
final class Posts {
  static final String POST = "post";

  /** X shows times with milliseconds that are always zero. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'.000Z'").withZone(ZoneOffset.UTC);

  private Posts() {}

  static Reply create(Scene scene, Request request) throws SQLException {
    var body = request.call().json();
    var text = body.map(json -> json.path("text").asText("").strip()).orElse("");
    if (text.isEmpty()) {
      return XErrors.invalid("text is missing or empty");
    }
    if (WeightedLength.of(text) > WeightedLength.LIMIT) {
      return XErrors.forbidden(
          "Your Tweet text is too long. For more information, visit the docs.");
    }
    if (scene.objects().newestWith(POST, "text", text).isPresent()) {
      return XErrors.duplicate();
    }
    var pictures = body.orElseThrow().at("/media/media_ids");
    if (!Pictures.known(scene, pictures)) {
      return XErrors.invalid("Your media IDs are invalid.");
    }
    var post = Json.object().put("text", text);
    if (!pictures.isEmpty()) {
      post.set("media_ids", pictures);
    }
    var parent = body.orElseThrow().at("/reply/in_reply_to_tweet_id").asText("");
    if (!parent.isEmpty()) {
      post.putArray("referenced_tweets").addObject().put("type", "replied_to").put("id", parent);
    }
    var id = "1990000000" + scene.number();
    scene.objects().add(POST, id, post);
    Mentions.note(scene, id, post);
    scene.journal("post.created", id, post);
    var data = Json.object().put("id", id).put("text", text);
    data.putArray("edit_history_tweet_ids").add(id);
    return Reply.of(201, Json.object().set("data", data));
  }

  static Reply delete(Scene scene, Request request) throws SQLException {
    var id = request.name();
    var post = scene.objects().find(POST, id);
    if (post.isEmpty()) {
      return XErrors.gone(id);
    }
    scene.objects().remove(POST, id);
    Mentions.forget(scene, id, post.get().body());
    scene.journal("post.deleted", id, post.get().body());
    return Reply.ok(Json.object().set("data", Json.object().put("deleted", true)));
  }

  static Reply read(Scene scene, Request request) throws SQLException {
    var fields = fields(request);
    return scene
        .objects()
        .find(POST, request.name())
        .filter(Thing::visible)
        .map(post -> Reply.ok(Json.object().set("data", shown(post, scene.account(), fields))))
        .orElseGet(() -> XErrors.missing("tweet", "id", request.name()));
  }

  static Reply me(Scene scene, Request request) {
    var username = scene.state().path("username").asText();
    var data =
        Json.object()
            .put("id", scene.account())
            .put("name", "Laboratory " + username)
            .put("username", username);
    return Reply.ok(Json.object().set("data", data));
  }

  static List<String> fields(Request request) {
    return List.of(request.call().parameters().getOrDefault("tweet.fields", "").split(","));
  }

  /** A post with the fields that were asked for; identifier and text come always. */
  static ObjectNode shown(Thing post, String author, List<String> fields) {
    var shown = Json.object().put("id", post.id()).put("text", post.body().path("text").asText());
    shown.putArray("edit_history_tweet_ids").add(post.id());
    Pictures.show(post.body().path("media_ids"), shown, fields.contains("entities"));
    if (fields.contains("created_at")) {
      shown.put("created_at", time(post.created()));
    }
    if (fields.contains("author_id")) {
      shown.put("author_id", author);
    }
    if (fields.contains("referenced_tweets") && post.body().has("referenced_tweets")) {
      shown.set("referenced_tweets", post.body().get("referenced_tweets"));
    }
    return shown;
  }

  static String time(Instant time) {
    return TIME.format(time);
  }
}
