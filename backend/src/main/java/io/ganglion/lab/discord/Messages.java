package io.ganglion.lab.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Objects.Thing;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a bot writes. */
final class Messages {
  static final String MESSAGE = "message";

  private static final String NONCE = "nonce";
  private static final int MAX_CONTENT = 2_000;
  private static final int MAX_EMBEDS = 10;
  private static final int MAX_NONCE = 25;

  /** Discord says "the past few minutes". */
  private static final Duration NONCE_WINDOW = Duration.ofMinutes(5);

  private Messages() {}

  /** The channel and the message of an address. */
  record Address(String channel, String message) {
    static Address of(Request request) {
      var segments = List.of(request.call().path().split("/"));
      int at = segments.indexOf("messages");
      return new Address(
          segments.get(at - 1), at + 1 < segments.size() ? segments.get(at + 1) : "");
    }
  }

  static Reply create(Scene scene, Request request) throws SQLException {
    var body = request.call().json().orElseGet(Json::object);
    var channel = Channels.find(scene, request.name());
    if (channel.isEmpty()) {
      return DiscordErrors.unknownChannel();
    }
    if (channel.get().path("silent").asBoolean(false)) {
      return DiscordErrors.noPermission();
    }
    var wrong = wrong(scene, body);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    var nonce = body.path(NONCE).asText("");
    if (body.path("enforce_nonce").asBoolean(false) && !nonce.isEmpty()) {
      var earlier = scene.objects().find(NONCE, nonce).filter(thing -> recent(scene, thing));
      if (earlier.isPresent()) { // the message as it is now: gone if it was deleted since
        var id = earlier.get().body().path("message").asText();
        return scene
            .objects()
            .find(MESSAGE, id)
            .map(thing -> Reply.ok(shown(scene, thing).put(NONCE, nonce)))
            .orElseGet(DiscordErrors::unknownMessage);
      }
    }
    var id = Ids.next(scene);
    var message = message(body, request.name());
    scene.objects().add(MESSAGE, id, message);
    if (!nonce.isEmpty()) {
      scene.objects().remove(NONCE, nonce); // of an older window
      scene.objects().add(NONCE, nonce, Json.object().put("message", id));
    }
    var entry = message.deepCopy();
    scene.journal("message.created", id, nonce.isEmpty() ? entry : entry.put(NONCE, nonce));
    var made = scene.objects().find(MESSAGE, id).orElseThrow();
    return Reply.ok(nonce.isEmpty() ? shown(scene, made) : shown(scene, made).put(NONCE, nonce));
  }

  static Reply read(Scene scene, Request request) throws SQLException {
    return find(scene, Address.of(request))
        .filter(Thing::visible)
        .map(thing -> Reply.ok(shown(scene, thing)))
        .orElseGet(DiscordErrors::unknownMessage);
  }

  static Reply edit(Scene scene, Request request) throws SQLException {
    var found = find(scene, Address.of(request));
    if (found.isEmpty()) {
      return DiscordErrors.unknownMessage();
    }
    var body = request.call().json().orElseGet(Json::object);
    var wrong = wrong(scene, body);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    var message = found.get().body();
    for (var member : new String[] {"content", "embeds"}) {
      if (body.has(member)) {
        message.set(member, body.path(member));
      }
    }
    message.put("edited_timestamp", scene.now().toString());
    scene.objects().change(MESSAGE, found.get().id(), message);
    scene.journal("message.edited", found.get().id(), message);
    return Reply.ok(shown(scene, found.get()));
  }

  static Reply delete(Scene scene, Request request) throws SQLException {
    var found = find(scene, Address.of(request));
    if (found.isEmpty()) {
      return DiscordErrors.unknownMessage();
    }
    scene.objects().remove(MESSAGE, found.get().id());
    scene.journal("message.deleted", found.get().id(), found.get().body());
    return Reply.of(204, Json.object());
  }

  static Optional<Thing> find(Scene scene, Address address) throws SQLException {
    return scene
        .objects()
        .find(MESSAGE, address.message())
        .filter(thing -> thing.body().path("channel_id").asText().equals(address.channel()));
  }

  /** Without its nonce: Discord keeps none with a message. */
  static ObjectNode shown(Scene scene, Thing thing) {
    var shown = thing.body().deepCopy().put("id", thing.id()).put("type", 0);
    shown.remove("reacted");
    shown.set("author", Users.bot(scene));
    if (!shown.has("edited_timestamp")) {
      shown.putNull("edited_timestamp");
    }
    return shown.put("timestamp", thing.created().toString());
  }

  private static ObjectNode message(JsonNode body, String channel) {
    var message =
        Json.object()
            .put("channel_id", channel)
            .put("content", body.path("content").asText("").strip());
    message.set(
        "embeds",
        body.path("embeds").isArray() ? body.path("embeds") : Json.mapper().createArrayNode());
    if (body.path("message_reference").isObject()) {
      message.set("message_reference", body.path("message_reference"));
    }
    return message;
  }

  private static Optional<Reply> wrong(Scene scene, JsonNode body) throws SQLException {
    var content = body.path("content").asText("");
    if (content.isBlank() && body.path("embeds").isEmpty()) {
      return Optional.of(DiscordErrors.empty());
    }
    if (content.codePointCount(0, content.length()) > MAX_CONTENT) {
      return Optional.of(
          DiscordErrors.invalid(
              "content", "BASE_TYPE_MAX_LENGTH", "Must be 2000 or fewer in length."));
    }
    if (body.path("embeds").size() > MAX_EMBEDS) {
      return Optional.of(
          DiscordErrors.invalid(
              "embeds", "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length."));
    }
    if (body.path(NONCE).asText("").length() > MAX_NONCE) {
      return Optional.of(
          DiscordErrors.invalid(NONCE, "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length."));
    }
    var parent = body.at("/message_reference/message_id").asText("");
    return parent.isEmpty() || scene.objects().find(MESSAGE, parent).isPresent()
        ? Optional.empty()
        : Optional.of(
            DiscordErrors.invalid(
                "message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message"));
  }

  private static boolean recent(Scene scene, Thing nonce) {
    return nonce.created().plus(NONCE_WINDOW).isAfter(scene.now());
  }
}
