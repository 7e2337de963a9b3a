package io.ganglion.lab.slack;

import io.ganglion.kernel.Json;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import java.util.Map;

/** Who is in the workspace: the bot and a few people. */
final class Members {
  private static final Map<String, String> PEOPLE =
      Map.of("U0ADA", "ada", "U0GRACE", "grace", "U0ALAN", "alan");

  private Members() {}

  static Reply me(Scene scene, Request request) {
    return Reply.ok(
        Json.object()
            .put("ok", true)
            .put("url", "https://laboratory.slack.com/")
            .put("team", "Laboratory")
            .put("user", username(scene))
            .put("team_id", scene.state().path("team_id").asText())
            .put("user_id", scene.account())
            .put("bot_id", "B" + scene.account().substring(1)));
  }

  static Reply info(Scene scene, Request request) {
    var id = request.call().parameters().getOrDefault("user", "");
    var bot = id.equals(scene.account());
    if (!bot && !PEOPLE.containsKey(id)) {
      return SlackErrors.word("user_not_found");
    }
    var name = bot ? username(scene) : PEOPLE.getOrDefault(id, "");
    var body = Json.object().put("ok", true);
    body.putObject("user")
        .put("id", id)
        .put("team_id", scene.state().path("team_id").asText())
        .put("name", name)
        .put("real_name", name)
        .put("tz", "Etc/UTC")
        .put("is_bot", bot)
        .put("deleted", false)
        .putObject("profile")
        .put("display_name", name);
    return Reply.ok(body);
  }

  static boolean known(Scene scene, String id) {
    return PEOPLE.containsKey(id) || id.equals(scene.account());
  }

  private static String username(Scene scene) {
    return scene.state().path("username").asText();
  }
}
