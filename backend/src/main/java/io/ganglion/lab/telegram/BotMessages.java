package io.ganglion.lab.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Objects.Thing;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Scene;
import java.sql.SQLException;
import java.util.Optional;

/** What a bot has written. */
final class BotMessages {
  private static final String MESSAGE = "message";
  private static final int MAX_TEXT = 4_096;
  private static final int MAX_CAPTION = 1_024;

  private BotMessages() {}

  static Reply send(Scene scene, JsonNode body) throws SQLException {
    var text = body.path("text").asText("");
    if (text.isBlank()) {
      return BotErrors.bad("message text is empty");
    }
    return text.length() > MAX_TEXT
        ? BotErrors.bad("message is too long")
        : written(scene, body, Json.object().put("text", text));
  }

  static Reply photo(Scene scene, JsonNode body) throws SQLException {
    var photo = body.path("photo").asText("");
    if (photo.isEmpty()) {
      return BotErrors.bad("there is no photo in the request");
    }
    if (photo.contains(".invalid")) {
      return BotErrors.bad("failed to get HTTP URL content");
    }
    var caption = body.path("caption").asText("");
    if (caption.length() > MAX_CAPTION) {
      return BotErrors.bad("message caption is too long");
    }
    var content = Json.object().put("caption", caption);
    content
        .putArray("photo")
        .addObject()
        .put("file_id", "AgAC" + Json.sha256(photo))
        .put("width", 640)
        .put("height", 480);
    return written(scene, body, content);
  }

  static Reply edit(Scene scene, JsonNode body) throws SQLException {
    var message = find(scene, body);
    if (message.isEmpty()) {
      return BotErrors.bad("message to edit not found");
    }
    var text = body.path("text").asText("");
    var content = message.get().body();
    if (content.path("text").asText().equals(text)) {
      return BotErrors.bad(
          "message is not modified: specified new message content and reply markup are exactly the"
              + " same as a current content and reply markup of the message");
    }
    if (text.isBlank() || text.length() > MAX_TEXT) {
      return BotErrors.bad(text.isBlank() ? "message text is empty" : "MESSAGE_TOO_LONG");
    }
    content.put("text", text).put("edit_date", scene.now().getEpochSecond());
    scene.objects().change(MESSAGE, message.get().id(), content);
    scene.journal("message.edited", message.get().id(), content);
    return BotErrors.result(content);
  }

  static Reply delete(Scene scene, JsonNode body) throws SQLException {
    var message = find(scene, body);
    if (message.isEmpty()) {
      return BotErrors.bad("message to delete not found");
    }
    scene.objects().remove(MESSAGE, message.get().id());
    scene.journal("message.deleted", message.get().id(), message.get().body());
    return BotErrors.result(BooleanNode.TRUE);
  }

  static Reply pin(Scene scene, JsonNode body) throws SQLException {
    return pinned(scene, body, true);
  }

  static Reply unpin(Scene scene, JsonNode body) throws SQLException {
    return pinned(scene, body, false);
  }

  private static Reply pinned(Scene scene, JsonNode body, boolean pin) throws SQLException {
    var message = find(scene, body);
    if (message.isEmpty()) {
      return BotErrors.bad("message to %s not found".formatted(pin ? "pin" : "unpin"));
    }
    var content = message.get().body();
    if (content.path("pinned").asBoolean(false) != pin) {
      content.put("pinned", pin);
      scene.objects().change(MESSAGE, message.get().id(), content);
      scene.journal(pin ? "message.pinned" : "message.unpinned", message.get().id(), content);
    }
    return BotErrors.result(BooleanNode.TRUE);
  }

  private static Reply written(Scene scene, JsonNode body, ObjectNode content) throws SQLException {
    var refusal = Chats.refusal(body.path("chat_id"));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    var chat = Chats.shown(body.path("chat_id"));
    var number = scene.number();
    content.put("message_id", number).put("date", scene.now().getEpochSecond());
    content.set("chat", chat);
    content.set("from", Bot.shown(scene));
    var id = chat.path("id").asLong() + ":" + number;
    scene.objects().add(MESSAGE, id, content);
    scene.journal("message.sent", id, content);
    return BotErrors.result(content);
  }

  private static Optional<Thing> find(Scene scene, JsonNode body) throws SQLException {
    var chat = Chats.shown(body.path("chat_id")).path("id").asLong();
    return scene.objects().find(MESSAGE, chat + ":" + body.path("message_id").asLong());
  }
}
