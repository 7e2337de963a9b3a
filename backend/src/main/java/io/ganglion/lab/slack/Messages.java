package io.ganglion.lab.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Objects.Thing;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import java.sql.SQLException;
import java.util.Optional;

/** What a bot writes. */
final class Messages {
  static final String MESSAGE = "message";

  /** Slack cuts a text that is longer. */
  private static final int MAX_TEXT = 40_000;

  private static final int MAX_BLOCKS = 50;
  private static final int MICROS = 1_000_000;

  private Messages() {}

  static Reply post(Scene scene, Request request) throws SQLException {
    var json = request.call().json();
    if (json.isEmpty()) {
      return SlackErrors.word("invalid_json");
    }
    var body = json.get();
    var channel = body.path("channel").asText("");
    var refusal = Conversations.refusal(scene, channel);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    var wrong = wrong(body);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    var thread = body.path("thread_ts").asText("");
    if (!thread.isEmpty() && find(scene, channel, thread).isEmpty()) {
      return SlackErrors.word("thread_not_found");
    }
    var ts = "%d.%06d".formatted(scene.now().getEpochSecond(), scene.number() % MICROS);
    var message = message(scene, body, channel, ts);
    scene.objects().add(MESSAGE, id(channel, ts), message);
    scene.journal("message.posted", ts, message);
    var reply = Json.object().put("ok", true).put("channel", channel).put("ts", ts);
    return Reply.ok(reply.<ObjectNode>set("message", History.shown(message, true)));
  }

  static Reply update(Scene scene, Request request) throws SQLException {
    var body = request.call().json().orElseGet(Json::object);
    var channel = body.path("channel").asText("");
    var ts = body.path("ts").asText("");
    var found = find(scene, channel, ts);
    if (found.isEmpty()) {
      return SlackErrors.word("message_not_found");
    }
    var wrong = wrong(body);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    var message = found.get().body();
    var text = cut(body.path("text").asText(""));
    message.put("text", text).put("edited", true);
    if (body.path("blocks").isArray()) {
      message.set("blocks", body.path("blocks"));
    }
    scene.objects().change(MESSAGE, id(channel, ts), message);
    scene.journal("message.updated", ts, message);
    return Reply.ok(
        Json.object().put("ok", true).put("channel", channel).put("ts", ts).put("text", text));
  }

  static Reply delete(Scene scene, Request request) throws SQLException {
    var body = request.call().json().orElseGet(Json::object);
    var channel = body.path("channel").asText("");
    var ts = body.path("ts").asText("");
    var found = find(scene, channel, ts);
    if (found.isEmpty()) {
      return SlackErrors.word("message_not_found");
    }
    scene.objects().remove(MESSAGE, id(channel, ts));
    scene.journal("message.deleted", ts, found.get().body());
    return Reply.ok(Json.object().put("ok", true).put("channel", channel).put("ts", ts));
  }

  static Reply permalink(Scene scene, Request request) throws SQLException {
    var parameters = request.call().parameters();
    var channel = parameters.getOrDefault("channel", "");
    var ts = parameters.getOrDefault("message_ts", "");
    if (find(scene, channel, ts).isEmpty()) {
      return SlackErrors.word("message_not_found");
    }
    var link =
        "https://laboratory.slack.com/archives/%s/p%s".formatted(channel, ts.replace(".", ""));
    return Reply.ok(Json.object().put("ok", true).put("channel", channel).put("permalink", link));
  }

  static Optional<Thing> find(Scene scene, String channel, String ts) throws SQLException {
    return scene.objects().find(MESSAGE, id(channel, ts));
  }

  static String id(String channel, String ts) {
    return channel + "/" + ts;
  }

  private static ObjectNode message(Scene scene, JsonNode body, String channel, String ts) {
    var message =
        Json.object()
            .put("channel", channel)
            .put("ts", ts)
            .put("user", scene.account())
            .put("text", cut(body.path("text").asText("")));
    for (var member : new String[] {"thread_ts", "blocks", "metadata"}) {
      if (body.has(member)) {
        message.set(member, body.path(member));
      }
    }
    return message;
  }

  private static Optional<Reply> wrong(JsonNode body) {
    if (body.path("text").asText("").isEmpty() && body.path("blocks").isEmpty()) {
      return Optional.of(SlackErrors.word("no_text"));
    }
    return body.path("blocks").size() > MAX_BLOCKS
        ? Optional.of(SlackErrors.word("invalid_blocks"))
        : Optional.empty();
  }

  private static String cut(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
  }
}
