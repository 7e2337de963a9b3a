package io.ganglion.lab.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Scene;
import java.util.Optional;

/** Chats: positive numbers are people, negative ones groups, names are channels. */
final class Chats {
  private static final long NOBODY = 404;
  private static final long BLOCKED = 403;
  private static final int MEMBERS = 2;

  /** What a channel's name is hashed into. */
  private static final long CHANNELS = -1_000_000_000_000L;

  private Chats() {}

  /** Why there is no writing there; empty if there is. */
  static Optional<Reply> refusal(JsonNode chat) {
    if (chat.asLong() == NOBODY
        || chat.asText("").isEmpty()
        || chat.asText().startsWith("@nobody")) {
      return Optional.of(BotErrors.bad("chat not found"));
    }
    return chat.asLong() == BLOCKED
        ? Optional.of(BotErrors.error(403, "Forbidden: bot was blocked by the user"))
        : Optional.empty();
  }

  static ObjectNode shown(JsonNode chat) {
    var name = chat.asText();
    if (name.startsWith("@")) {
      return Json.object()
          .put("id", CHANNELS - Math.floorMod(name.hashCode(), 1_000_000_000))
          .put("title", name.substring(1))
          .put("username", name.substring(1))
          .put("type", "channel");
    }
    var id = chat.asLong();
    return id > 0
        ? Json.object().put("id", id).put("first_name", "Laboratory").put("type", "private")
        : Json.object().put("id", id).put("title", "Laboratory").put("type", "group");
  }

  static Reply get(Scene scene, JsonNode body) {
    return refusal(body.path("chat_id"))
        .orElseGet(() -> BotErrors.result(shown(body.path("chat_id"))));
  }

  static Reply members(Scene scene, JsonNode body) {
    return refusal(body.path("chat_id"))
        .orElseGet(() -> BotErrors.result(IntNode.valueOf(MEMBERS)));
  }
}
