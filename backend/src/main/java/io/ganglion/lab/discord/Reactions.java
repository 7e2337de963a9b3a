package io.ganglion.lab.discord;

import io.ganglion.kernel.Json;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/** The bot's reactions; to add one twice, or to remove one that is gone, changes nothing. */
final class Reactions {
  private Reactions() {}

  static Reply add(Scene scene, Request request) throws SQLException {
    return change(scene, request, true);
  }

  static Reply remove(Scene scene, Request request) throws SQLException {
    return change(scene, request, false);
  }

  private static Reply change(Scene scene, Request request, boolean add) throws SQLException {
    var found = Messages.find(scene, Messages.Address.of(request));
    if (found.isEmpty()) {
      return DiscordErrors.unknownMessage();
    }
    var emoji = emoji(request);
    if (emoji.matches("[A-Za-z0-9_]*")) {
      return DiscordErrors.unknownEmoji(); // a name needs its number
    }
    var message = found.get().body();
    var reacted = message.withObjectProperty("reacted");
    if (reacted.has(emoji) != add) {
      if (add) {
        reacted.put(emoji, true);
      } else {
        reacted.remove(emoji);
      }
      scene.objects().change(Messages.MESSAGE, found.get().id(), message);
      var entry = Json.object().put("message_id", found.get().id()).put("emoji", emoji);
      scene.journal(add ? "reaction.added" : "reaction.removed", found.get().id(), entry);
    }
    return Reply.of(204, Json.object());
  }

  private static String emoji(Request request) {
    var segments = List.of(request.call().path().split("/"));
    return URLDecoder.decode(
        segments.get(segments.indexOf("reactions") + 1), StandardCharsets.UTF_8);
  }
}
