package io.ganglion.lab.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Call;
import io.ganglion.lab.Platform;
import io.ganglion.lab.RateWindow;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Scene;
import io.ganglion.lab.Simulator;
import io.ganglion.lab.Token;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** The Bot API. Faults are programmed for its methods, since the token is in all paths. */
@ApplicationScoped
class TelegramSimulator implements Simulator {
  private static final Pattern PATH = Pattern.compile("/bot([0-9]+):([A-Za-z0-9_-]+)/([A-Za-z]+)");
  private static final Duration WINDOW = Duration.ofSeconds(10);

  /**
   * Telegram's own is about 30 a second; a laboratory that runs thousands of effects needs more.
   */
  private static final int CALLS_PER_WINDOW = 3_000;

  @Override
  public Platform platform() {
    return Platform.TELEGRAM;
  }

  /** Behind the bot's number, which has to be the token's own. */
  @Override
  public Optional<Token> credential(Call call) {
    var path = PATH.matcher(call.path());
    return path.matches()
        ? Token.parse(path.group(2)).filter(token -> token.account().equals(path.group(1)))
        : Optional.empty();
  }

  @Override
  public String method(Call call) {
    var path = PATH.matcher(call.path());
    return path.matches() ? path.group(3) : "";
  }

  @Override
  public Reply play(Scene scene, Call call) throws SQLException {
    var window = RateWindow.take(scene.state(), "calls", CALLS_PER_WINDOW, WINDOW, scene.now());
    if (window.exceeded()) {
      return BotErrors.tooMany(
          Math.max(1, Duration.between(scene.now(), window.reset()).toSeconds() + 1));
    }
    var body = body(call);
    return switch (method(call)) {
      case "getMe" -> Bot.me(scene, body);
      case "getUpdates" -> BotWebhook.conflict(scene).orElseGet(() -> Bot.updates(scene, body));
      case "setWebhook" -> BotWebhook.set(scene, body);
      case "deleteWebhook" -> BotWebhook.delete(scene, body);
      case "getWebhookInfo" -> BotWebhook.info(scene, body);
      case "answerCallbackQuery" -> Bot.answer(scene, body);
      case "sendMessage" -> BotMessages.send(scene, body);
      case "sendPhoto" -> BotMessages.photo(scene, body);
      case "editMessageText" -> BotMessages.edit(scene, body);
      case "deleteMessage" -> BotMessages.delete(scene, body);
      case "pinChatMessage" -> BotMessages.pin(scene, body);
      case "unpinChatMessage" -> BotMessages.unpin(scene, body);
      case "getChat" -> Chats.get(scene, body);
      case "getChatMemberCount" -> Chats.members(scene, body);
      default -> BotErrors.error(404, "Not Found: method not found");
    };
  }

  @Override
  public Reply unauthorized(Call call) {
    return BotErrors.error(401, "Unauthorized");
  }

  @Override
  public Reply failed(Call call) {
    return BotErrors.error(500, "Internal Server Error");
  }

  @Override
  public Reply limited(Call call, Optional<Duration> wait, Instant now) {
    return wait.map(time -> BotErrors.tooMany(Math.ceilDiv(time.toMillis(), 1000)))
        .orElseGet(() -> BotErrors.error(429, "Too Many Requests"));
  }

  /** As JSON, a form or a query; names and values of the last two are texts. */
  private static JsonNode body(Call call) {
    return call.json()
        .orElseGet(
            () -> {
              ObjectNode body = Json.object();
              call.parameters().forEach(body::put);
              return body;
            });
  }
}
