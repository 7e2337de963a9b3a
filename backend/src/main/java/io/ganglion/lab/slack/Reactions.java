package io.ganglion.lab.slack;

import io.ganglion.kernel.Json;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import java.sql.SQLException;

/** A bot's reactions, one of a name to each message. */
final class Reactions {
  private static final int MAX_REACTIONS = 23;

  private Reactions() {}

  static Reply add(Scene scene, Request request) throws SQLException {
    return change(scene, request, true);
  }

  static Reply remove(Scene scene, Request request) throws SQLException {
    return change(scene, request, false);
  }

  private static Reply change(Scene scene, Request request, boolean add) throws SQLException {
    var parameters = request.call().parameters();
    var channel = parameters.getOrDefault("channel", "");
    var ts = parameters.getOrDefault("timestamp", "");
    var name = parameters.getOrDefault("name", "");
    var found = Messages.find(scene, channel, ts);
    if (found.isEmpty()) {
      return SlackErrors.word("message_not_found");
    }
    if (!name.matches("[a-z0-9_+':-]{1,100}")) {
      return SlackErrors.word("invalid_name");
    }
    var message = found.get().body();
    var reactions = message.withObjectProperty("reacted");
    if (reactions.has(name) == add) {
      return SlackErrors.word(add ? "already_reacted" : "no_reaction");
    }
    if (add && reactions.size() >= MAX_REACTIONS) {
      return SlackErrors.word("too_many_emoji");
    }
    if (add) {
      reactions.put(name, true);
    } else {
      reactions.remove(name);
    }
    scene.objects().change(Messages.MESSAGE, Messages.id(channel, ts), message);
    var entry = Json.object().put("channel", channel).put("ts", ts).put("name", name);
    scene.journal(add ? "reaction.added" : "reaction.removed", ts, entry);
    return Reply.ok(Json.object().put("ok", true));
  }
}
