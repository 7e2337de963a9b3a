package io.ganglion.lab.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Channels, which each bot finds when it comes, and direct conversations that it opens. */
final class Conversations {
  private static final int DEFAULT_LIMIT = 100;
  private static final int MAX_LIMIT = 1_000;

  private Conversations() {}

  static Reply list(Scene scene, Request request) {
    var parameters = request.call().parameters();
    var types = List.of(parameters.getOrDefault("types", "public_channel").split(","));
    var limit = limit(parameters.getOrDefault("limit", ""), DEFAULT_LIMIT);
    if (limit < 1 || limit > MAX_LIMIT) {
      return SlackErrors.word("invalid_limit");
    }
    var hidesArchived = parameters.getOrDefault("exclude_archived", "false").equals("true");
    var all =
        scene.state().path("channels").properties().stream()
            .map(entry -> shown(entry.getKey(), entry.getValue()))
            .filter(channel -> types.contains(type(channel)))
            .filter(channel -> !hidesArchived || !channel.path("is_archived").asBoolean())
            .toList();
    int from = Math.clamp(limit(parameters.getOrDefault("cursor", ""), 0), 0, all.size());
    int to = Math.min(all.size(), from + limit);
    var body = Json.object().put("ok", true);
    var channels = body.putArray("channels");
    all.subList(from, to).forEach(channels::add);
    body.putObject("response_metadata")
        .put("next_cursor", to < all.size() ? Integer.toString(to) : "");
    return Reply.ok(body);
  }

  static Reply info(Scene scene, Request request) {
    var id = request.call().parameters().getOrDefault("channel", "");
    var channel = scene.state().path("channels").path(id);
    return channel.isMissingNode()
        ? SlackErrors.word("channel_not_found")
        : Reply.ok(Json.object().put("ok", true).<ObjectNode>set("channel", shown(id, channel)));
  }

  static Reply open(Scene scene, Request request) throws SQLException {
    var users = request.call().parameters().getOrDefault("users", "");
    for (var user : users.split(",")) {
      if (!Members.known(scene, user)) {
        return SlackErrors.word(users.isEmpty() ? "users_list_not_supplied" : "user_not_found");
      }
    }
    var channels = scene.state().withObjectProperty("channels");
    var people = users.split(",").length == 1 ? "im" : "mpim";
    for (var entry : channels.properties()) {
      if (entry.getValue().path("users").asText().equals(users)) {
        return opened(entry.getKey(), true);
      }
    }
    var id = (people.equals("im") ? "D0LAB" : "G0LAB") + scene.number();
    channels.putObject(id).put("type", people).put("users", users);
    scene.journal("conversation.opened", id, channels.path(id));
    return opened(id, false);
  }

  static Reply close(Scene scene, Request request) throws SQLException {
    var id = request.call().parameters().getOrDefault("channel", "");
    var channels = scene.state().withObjectProperty("channels");
    if (channels.path(id).path("type").isMissingNode()) {
      return SlackErrors.word(
          channels.has(id) ? "method_not_supported_for_channel_type" : "channel_not_found");
    }
    scene.journal("conversation.closed", id, channels.path(id));
    channels.remove(id);
    return Reply.ok(Json.object().put("ok", true));
  }

  /** A refusal to write there; empty if the bot may. */
  static Optional<Reply> refusal(Scene scene, String id) {
    var channel = scene.state().path("channels").path(id);
    if (channel.isMissingNode()) {
      return Optional.of(SlackErrors.word("channel_not_found"));
    }
    if (channel.path("archived").asBoolean(false)) {
      return Optional.of(SlackErrors.word("is_archived"));
    }
    return channel.path("stranger").asBoolean(false)
        ? Optional.of(SlackErrors.word("not_in_channel"))
        : Optional.empty();
  }

  static int limit(String text, int otherwise) {
    return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : otherwise;
  }

  private static Reply opened(String id, boolean already) {
    var body = Json.object().put("ok", true).put("no_op", already).put("already_open", already);
    body.putObject("channel").put("id", id);
    return Reply.ok(body);
  }

  private static String type(JsonNode channel) {
    if (channel.path("is_im").asBoolean()) {
      return "im";
    }
    return channel.path("is_mpim").asBoolean() ? "mpim" : "public_channel";
  }

  private static ObjectNode shown(String id, JsonNode channel) {
    var type = channel.path("type").asText("channel");
    var shown =
        Json.object()
            .put("id", id)
            .put("is_channel", type.equals("channel"))
            .put("is_im", type.equals("im"))
            .put("is_mpim", type.equals("mpim"))
            .put("is_private", !type.equals("channel"))
            .put("is_archived", channel.path("archived").asBoolean(false));
    if (!type.equals("im")) {
      shown.put("name", channel.path("name").asText(id.toLowerCase(Locale.ROOT)));
      shown.put("is_member", !channel.path("stranger").asBoolean(false));
    }
    return shown;
  }
}
