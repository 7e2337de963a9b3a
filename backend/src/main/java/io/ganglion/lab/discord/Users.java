package io.ganglion.lab.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import java.sql.SQLException;
import java.util.Map;

/** The bot, a few people, and the bot's own conversations with them. */
final class Users {
  private static final Map<String, String> PEOPLE = Map.of("100", "ada", "101", "grace");

  private Users() {}

  static Reply me(Scene scene, Request request) {
    return Reply.ok(bot(scene));
  }

  static Reply user(Scene scene, Request request) {
    var id = request.name();
    if (id.equals(scene.account())) {
      return Reply.ok(bot(scene));
    }
    var name = PEOPLE.get(id);
    return name == null ? DiscordErrors.unknownUser() : Reply.ok(shown(id, name, false));
  }

  static Reply guilds(Scene scene, Request request) {
    var guilds = Json.mapper().createArrayNode();
    guilds.addObject().put("id", Channels.guild(scene)).put("name", "Laboratory");
    return Reply.ok(guilds);
  }

  static Reply open(Scene scene, Request request) throws SQLException {
    var id = request.call().parameters().getOrDefault("recipient_id", "");
    var name = PEOPLE.get(id);
    if (name == null) {
      return DiscordErrors.unknownUser();
    }
    var channels = scene.state().withObjectProperty("channels");
    for (var entry : channels.properties()) {
      if (entry.getValue().path("recipient").asText().equals(id)) {
        return Reply.ok(Channels.shown(scene, entry.getKey(), entry.getValue()));
      }
    }
    var channel = Ids.next(scene);
    var direct = channels.putObject(channel).put("type", 1).put("recipient", id);
    scene.journal("conversation.opened", channel, direct);
    return Reply.ok(Channels.shown(scene, channel, direct));
  }

  static ObjectNode bot(Scene scene) {
    return shown(scene.account(), scene.state().path("username").asText(), true);
  }

  private static ObjectNode shown(String id, String name, boolean bot) {
    return Json.object()
        .put("id", id)
        .put("username", name)
        .put("discriminator", "0")
        .put("global_name", name)
        .put("bot", bot);
  }
}
