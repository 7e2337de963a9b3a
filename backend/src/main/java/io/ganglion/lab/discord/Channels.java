package io.ganglion.lab.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Objects.Thing;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import java.sql.SQLException;
import java.util.Optional;

/** The server's channels, the bot's conversations, and threads, which are channels too. */
final class Channels {
  private Channels() {}

  static Reply guild(Scene scene, Request request) {
    if (!request.name().equals(guild(scene))) {
      return DiscordErrors.unknownGuild();
    }
    var body =
        Json.object().put("id", request.name()).put("name", "Laboratory").put("owner_id", "100");
    return Reply.ok(
        request.call().parameters().getOrDefault("with_counts", "").equals("true")
            ? body.put("approximate_member_count", 3)
            : body);
  }

  static Reply list(Scene scene, Request request) throws SQLException {
    if (!request.name().equals(guild(scene))) {
      return DiscordErrors.unknownGuild();
    }
    var channels = Json.mapper().createArrayNode();
    for (var entry : scene.state().path("channels").properties()) {
      if (entry.getValue().path("type").asInt() == 0) {
        channels.add(shown(scene, entry.getKey(), entry.getValue()));
      }
    }
    return Reply.ok(channels);
  }

  static Reply read(Scene scene, Request request) throws SQLException {
    var channel = find(scene, request.name());
    return channel.isEmpty()
        ? DiscordErrors.unknownChannel()
        : Reply.ok(shown(scene, request.name(), channel.get()));
  }

  static String guild(Scene scene) {
    return scene.state().path("guild").asText();
  }

  /** A channel, conversation or thread that reads show by now. */
  static Optional<JsonNode> find(Scene scene, String id) throws SQLException {
    var channel = scene.state().path("channels").path(id);
    return channel.isMissingNode()
        ? scene.objects().find(Threads.THREAD, id).filter(Thing::visible).map(Thing::body)
        : Optional.of(channel);
  }

  static ObjectNode shown(Scene scene, String id, JsonNode channel) throws SQLException {
    var type = channel.path("type").asInt();
    var shown = Json.object().put("id", id).put("type", type);
    var newest = scene.objects().listWith(Messages.MESSAGE, "channel_id", id, 1);
    shown.put("last_message_id", newest.isEmpty() ? null : newest.getFirst().id());
    if (type == 1) {
      shown.putArray("recipients").addObject().put("id", channel.path("recipient").asText());
      return shown;
    }
    shown.put("guild_id", guild(scene)).put("name", channel.path("name").asText());
    for (var member : new String[] {"parent_id", "owner_id", "thread_metadata"}) {
      if (channel.has(member)) {
        shown.set(member, channel.path(member));
      }
    }
    return shown;
  }
}
