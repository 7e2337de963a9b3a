package io.ganglion.lab.discord;

import io.ganglion.kernel.Json;
import io.ganglion.lab.Objects.Thing;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import java.sql.SQLException;
import java.util.ArrayList;

/** A channel's messages, newest first, page by page. */
final class History {
  /** Older ones of a channel are not shown. */
  private static final int KEPT = 5_000;

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 100;

  private History() {}

  static Reply page(Scene scene, Request request) throws SQLException {
    var channel = Channels.find(scene, request.name());
    if (channel.isEmpty()) {
      return DiscordErrors.unknownChannel();
    }
    var page = Json.mapper().createArrayNode();
    if (channel.get().path("hidden").asBoolean(false)) {
      return Reply.ok(page); // no refusal where Read Message History is missing: nothing is shown
    }
    var parameters = request.call().parameters();
    var limit = parameters.getOrDefault("limit", Integer.toString(DEFAULT_LIMIT));
    if (!limit.matches("[0-9]{1,3}")
        || Integer.parseInt(limit) < 1
        || Integer.parseInt(limit) > MAX_LIMIT) {
      return DiscordErrors.invalid(
          "limit", "NUMBER_TYPE_MAX", "int value should be less than or equal to 100.");
    }
    long after = Ids.number(parameters.getOrDefault("after", ""));
    long before = Ids.number(parameters.getOrDefault("before", Long.toString(Long.MAX_VALUE)));
    var all = new ArrayList<Thing>();
    for (var thing :
        scene.objects().listWith(Messages.MESSAGE, "channel_id", request.name(), KEPT)) {
      long id = Ids.number(thing.id());
      if (thing.visible() && id > after && (before == 0 || id < before)) {
        all.add(thing);
      }
    }
    int size = Math.min(all.size(), Integer.parseInt(limit));
    // those that come first after the one that was named, else the newest
    var shown =
        parameters.containsKey("after")
            ? all.subList(all.size() - size, all.size())
            : all.subList(0, size);
    shown.forEach(thing -> page.add(Messages.shown(scene, thing)));
    return Reply.ok(page);
  }
}
