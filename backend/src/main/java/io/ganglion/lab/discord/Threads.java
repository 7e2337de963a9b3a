package io.ganglion.lab.discord;

import io.ganglion.kernel.Json;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import java.sql.SQLException;

/** Threads that start from a message: at most one each, under the message's own identifier. */
final class Threads {
  static final String THREAD = "thread";

  /** A thread of a text channel that everybody sees. */
  private static final int PUBLIC_THREAD = 11;

  /** A conversation with one person, which its end closes. */
  private static final int DIRECT = 1;

  private static final int MAX_NAME = 100;

  private Threads() {}

  static Reply create(Scene scene, Request request) throws SQLException {
    var address = Messages.Address.of(request);
    if (Messages.find(scene, address).isEmpty()) {
      return DiscordErrors.unknownMessage();
    }
    var body = request.call().json().orElseGet(Json::object);
    var name = body.path("name").asText("");
    if (name.isBlank() || name.length() > MAX_NAME) {
      return DiscordErrors.invalid(
          "name", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.");
    }
    if (scene.objects().find(THREAD, address.message()).isPresent()) {
      return DiscordErrors.threadExists();
    }
    var thread =
        Json.object()
            .put("type", PUBLIC_THREAD)
            .put("name", name)
            .put("parent_id", address.channel())
            .put("owner_id", scene.account());
    thread
        .putObject("thread_metadata")
        .put("archived", false)
        .put("auto_archive_duration", body.path("auto_archive_duration").asInt(1440));
    scene.objects().add(THREAD, address.message(), thread);
    scene.journal("thread.created", address.message(), thread);
    return Reply.of(201, Channels.shown(scene, address.message(), thread));
  }

  static Reply delete(Scene scene, Request request) throws SQLException {
    var thread = scene.objects().find(THREAD, request.name());
    var channels = scene.state().withObjectProperty("channels");
    var direct = channels.path(request.name());
    if (direct.path("type").asInt() == DIRECT) {
      var shown = Channels.shown(scene, request.name(), direct);
      scene.journal("conversation.closed", request.name(), direct);
      channels.remove(request.name());
      return Reply.ok(shown);
    }
    if (thread.isEmpty()) {
      return scene.state().path("channels").has(request.name())
          ? DiscordErrors.noPermission()
          : DiscordErrors.unknownChannel();
    }
    scene.objects().remove(THREAD, request.name());
    scene.journal("thread.deleted", request.name(), thread.get().body());
    return Reply.ok(Channels.shown(scene, request.name(), thread.get().body()));
  }
}
