package io.ganglion.lab.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Scene;

/** The bot itself, and what happens to it: the first update is somebody's greeting. */
final class Bot {
  private static final long FIRST_UPDATE = 1_000;
  private static final long SOMEBODY = 4_711;
  private static final String CONFIRMED = "confirmed";

  private Bot() {}

  static ObjectNode shown(Scene scene) {
    return Json.object()
        .put("id", Long.parseLong(scene.account()))
        .put("is_bot", true)
        .put("first_name", "Laboratory")
        .put("username", scene.state().path("username").asText());
  }

  static Reply me(Scene scene, JsonNode body) {
    return BotErrors.result(shown(scene).put("can_join_groups", true));
  }

  /** An offset confirms the updates before it, for good. */
  static Reply updates(Scene scene, JsonNode body) {
    var confirmed = scene.state().path(CONFIRMED).asLong();
    if (body.path("offset").asLong() > confirmed) {
      confirmed = body.path("offset").asLong();
      scene.state().put(CONFIRMED, confirmed);
    }
    var updates = Json.mapper().createArrayNode();
    if (confirmed <= FIRST_UPDATE) {
      var message = updates.addObject().put("update_id", FIRST_UPDATE).putObject("message");
      message.put("message_id", 1).put("date", scene.now().getEpochSecond()).put("text", "/start");
      message
          .putObject("chat")
          .put("id", SOMEBODY)
          .put("first_name", "Somebody")
          .put("type", "private");
    }
    return BotErrors.result(updates);
  }

  /** Nobody pressed anything, so that any press is taken for one. */
  static Reply answer(Scene scene, JsonNode body) throws java.sql.SQLException {
    var query = body.path("callback_query_id").asText("");
    if (query.isEmpty() || query.startsWith("old")) {
      return BotErrors.bad("query is too old and response timeout expired or query ID is invalid");
    }
    scene.journal("callback.answered", query, body);
    return BotErrors.result(BooleanNode.TRUE);
  }
}
