package io.ganglion.lab.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Objects.Thing;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/** Messages of a conversation, newest first, and of a thread, oldest first, page by page. */
final class History {
  /** Older ones of a conversation are not shown. */
  private static final int KEPT = 5_000;

  private static final int DEFAULT_LIMIT = 100;
  private static final int MAX_LIMIT = 999;

  private History() {}

  static Reply history(Scene scene, Request request) throws SQLException {
    return page(scene, request, Optional.empty());
  }

  static Reply replies(Scene scene, Request request) throws SQLException {
    var parameters = request.call().parameters();
    var parent =
        Messages.find(
            scene, parameters.getOrDefault("channel", ""), parameters.getOrDefault("ts", ""));
    return parent.isEmpty()
        ? SlackErrors.word("thread_not_found")
        : page(scene, request, parent.map(Thing::body));
  }

  private static Reply page(Scene scene, Request request, Optional<ObjectNode> parent)
      throws SQLException {
    var parameters = request.call().parameters();
    var channel = parameters.getOrDefault("channel", "");
    if (!scene.state().path("channels").has(channel)) {
      return SlackErrors.word("channel_not_found");
    }
    int limit = Conversations.limit(parameters.getOrDefault("limit", ""), DEFAULT_LIMIT);
    if (limit < 1 || limit > MAX_LIMIT) {
      return SlackErrors.word("invalid_limit");
    }
    var all = new ArrayList<ObjectNode>();
    for (var thing : scene.objects().listWith(Messages.MESSAGE, "channel", channel, KEPT)) {
      if (thing.visible() && belongs(thing.body(), parent) && within(thing.body(), parameters)) {
        all.add(thing.body());
      }
    }
    if (parent.isPresent()) {
      Collections.reverse(all);
    }
    int from = Conversations.limit(parameters.getOrDefault("cursor", ""), 0);
    int start = Math.clamp(from, 0, all.size());
    int end = Math.min(all.size(), start + limit);
    var wantsMetadata = parameters.getOrDefault("include_all_metadata", "").equals("true");
    var body = Json.object().put("ok", true).put("has_more", end < all.size());
    var messages = body.putArray("messages");
    all.subList(start, end).forEach(message -> messages.add(shown(message, wantsMetadata)));
    if (end < all.size()) {
      body.putObject("response_metadata").put("next_cursor", Integer.toString(end));
    }
    return Reply.ok(body);
  }

  static ObjectNode shown(ObjectNode message, boolean metadata) {
    var shown = message.deepCopy().put("type", "message");
    shown.remove("channel");
    if (!metadata) {
      shown.remove("metadata");
    }
    return shown;
  }

  /** A conversation's history shows no replies; a thread shows its parent first. */
  private static boolean belongs(ObjectNode message, Optional<ObjectNode> parent) {
    var thread = message.path("thread_ts").asText("");
    return parent
        .map(
            (ObjectNode of) ->
                thread.equals(of.path("ts").asText()) || message.path("ts").equals(of.path("ts")))
        .orElse(thread.isEmpty());
  }

  private static boolean within(ObjectNode message, Map<String, String> parameters) {
    var ts = new BigDecimal(message.path("ts").asText());
    var inclusive = parameters.getOrDefault("inclusive", "false").equals("true");
    int least = inclusive ? 0 : 1;
    return ts.compareTo(bound(parameters, "oldest", "0")) >= least
        && bound(parameters, "latest", "9999999999").compareTo(ts) >= least;
  }

  private static BigDecimal bound(Map<String, String> parameters, String name, String otherwise) {
    var text = parameters.getOrDefault(name, "");
    return new BigDecimal(text.matches("[0-9]{1,16}(\\.[0-9]{1,6})?") ? text : otherwise);
  }
}
