package io.ganglion.lab.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Scene;
import java.util.Optional;

/** Where the bot is told of updates: kept as Telegram keeps it, though nothing is sent there. */
final class BotWebhook {
  private static final String WEBHOOK = "webhook";
  private static final String URL = "url";
  private static final String SECRET = "secret_token";

  private BotWebhook() {}

  static Reply set(Scene scene, JsonNode body) throws java.sql.SQLException {
    var url = body.path(URL).asText("");
    if (url.isEmpty()) {
      return delete(scene, body);
    }
    if (!url.matches("https?://\\S{1,1000}")) { // Telegram wants https; the laboratory is at home
      return BotErrors.bad("bad webhook: an HTTPS URL must be provided for webhook");
    }
    if (!body.path(SECRET).asText("").matches("[A-Za-z0-9_-]{0,256}")) {
      return BotErrors.bad("secret token contains unallowed characters");
    }
    scene.state().set(WEBHOOK, Json.object().put(URL, url).put(SECRET, body.path(SECRET).asText()));
    scene.journal("webhook.set", "", Json.object());
    return BotErrors.result(BooleanNode.TRUE);
  }

  static Reply delete(Scene scene, JsonNode body) {
    scene.state().remove(WEBHOOK);
    return BotErrors.result(BooleanNode.TRUE);
  }

  static Reply info(Scene scene, JsonNode body) {
    var url = scene.state().path(WEBHOOK).path(URL).asText("");
    return BotErrors.result(
        Json.object()
            .put(URL, url)
            .put("has_custom_certificate", false)
            .put("pending_update_count", 0));
  }

  /** A bot with a webhook can't ask for updates as well. */
  static Optional<Reply> conflict(Scene scene) {
    return scene.state().has(WEBHOOK)
        ? Optional.of(
            BotErrors.error(
                409,
                "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook"
                    + " to delete the webhook first"))
        : Optional.empty();
  }
}
