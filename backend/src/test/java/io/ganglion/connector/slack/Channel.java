package io.ganglion.connector.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.ActionSubject;
import io.ganglion.connector.Connector;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.connector.RetryClass;
import io.ganglion.egress.Egress;
import io.ganglion.kernel.Json;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Slack with one channel; its reads show two messages a page. */
abstract class Channel extends ActionSubject {
  static final String TOKEN = "xoxb-slack-bot-token";
  static final String ID = "C1";
  static final String OLD = "1795000000.000001";

  final List<ObjectNode> messages = new ArrayList<>(); // newest first
  private int ids = 100;

  Channel(String action, RetryClass retryClass) {
    super(action, retryClass);
    message("old", OLD);
  }

  @Override
  public Connector connector(Egress egress, Clock clock) {
    return new SlackConnector(egress, clock);
  }

  @Override
  public JsonNode credentials() {
    return Json.object().put("bot_token", TOKEN);
  }

  @Override
  public String principal() {
    return "T1:U1";
  }

  @Override
  public Reply on(Request request) {
    if (!request.headers().getOrDefault("authorization", "").equals("Bearer " + TOKEN)) {
      return error("invalid_auth");
    }
    return switch (request.path().substring("/api/".length())) {
      case "auth.test" -> Reply.json(200, ok().put("team_id", "T1").put("user_id", "U1"));
      case "conversations.info" -> {
        var body = ok();
        body.putObject("channel").put("id", ID).put("is_member", true);
        yield Reply.json(200, body);
      }
      case "conversations.history", "conversations.replies" -> page(request);
      case "chat.postMessage" -> post(Json.read(request.body()));
      case "chat.update" -> update(Json.read(request.body()));
      case "chat.delete" -> {
        var ts = Json.read(request.body()).path("ts").asText();
        yield messages.removeIf(message -> message.path("ts").asText().equals(ts))
            ? Reply.json(200, ok().put("channel", ID).put("ts", ts))
            : error("message_not_found");
      }
      case "reactions.add" -> react(Json.read(request.body()), true);
      case "reactions.remove" -> react(Json.read(request.body()), false);
      default -> error("unknown_method");
    };
  }

  final ObjectNode message(String text, String ts) {
    var message =
        Json.object().put("type", "message").put("user", "U1").put("text", text).put("ts", ts);
    messages.addFirst(message);
    return message;
  }

  final ObjectNode messageOf(String text, String effect) {
    var message = message(text, nextTs());
    message
        .putObject("metadata")
        .put("event_type", Messages.EVENT_TYPE)
        .putObject("event_payload")
        .put(Messages.KEY, effect);
    return message;
  }

  private String nextTs() {
    return NOW.getEpochSecond() + ".000" + ids++;
  }

  private Reply post(JsonNode body) {
    var message = message(body.path("text").asText(), nextTs());
    message.set("metadata", body.path("metadata"));
    return Reply.json(
        200, ok().put("channel", body.path("channel").asText()).set("ts", message.path("ts")));
  }

  private Reply update(JsonNode body) {
    var message = find(body.path("ts").asText());
    message.put("text", body.path("text").asText());
    return Reply.json(
        200,
        ok().put("channel", ID).put("text", body.path("text").asText()).set("ts", body.path("ts")));
  }

  private Reply react(JsonNode body, boolean add) {
    var reactions = find(body.path("timestamp").asText()).withObjectProperty("reacted");
    var name = body.path("name").asText();
    if (reactions.has(name) == add) {
      return error(add ? "already_reacted" : "no_reaction");
    }
    if (add) {
      reactions.put(name, true);
    } else {
      reactions.remove(name);
    }
    return Reply.json(200, ok());
  }

  private ObjectNode find(String ts) {
    return messages.stream()
        .filter(message -> message.path("ts").asText().equals(ts))
        .findFirst()
        .orElseThrow();
  }

  private Reply page(Request request) {
    var oldest = request.parameter("oldest");
    var all =
        messages.stream()
            .filter(message -> message.path("ts").asText().compareTo(oldest) >= 0)
            .toList();
    var cursor = request.parameter("cursor");
    var from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
    var to = Math.min(from + 2, all.size());
    var body = ok().put("has_more", to < all.size());
    var shown = body.putArray("messages");
    for (var message : all.subList(Math.min(from, to), to)) {
      var copy = message.deepCopy();
      if (!request.parameter("include_all_metadata").equals("true")) {
        copy.remove("metadata");
      }
      shown.add(copy);
    }
    if (to < all.size()) {
      body.putObject("response_metadata").put("next_cursor", Integer.toString(to));
    }
    return Reply.json(200, body);
  }

  static ObjectNode ok() {
    return Json.object().put("ok", true);
  }

  static Reply error(String word) {
    return Reply.json(200, Json.object().put("ok", false).put("error", word));
  }
}
