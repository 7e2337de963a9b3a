package io.ganglion.connector.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Manifest;
import io.ganglion.connector.Manifests;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformCall;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.Session;
import io.ganglion.connector.WhoamiAnswer;
import io.ganglion.egress.Egress;
import io.ganglion.kernel.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A bot on Telegram. */
@ApplicationScoped
class TelegramConnector implements Connector {
  private static final Duration WHOAMI_TIMEOUT = Duration.ofSeconds(10);

  /** Refusals that mean that what was asked for is so already. */
  private static final List<String> UNMODIFIED = List.of("message is not modified");

  private static final List<String> GONE = List.of("message to delete not found");
  private static final List<String> UNPINNED =
      List.of("message to unpin not found", "chat_not_modified");

  private final Manifest manifest = Manifests.load("telegram");
  private final BotApi api;

  @Inject
  TelegramConnector(Egress egress) {
    this(egress, Clock.systemUTC());
  }

  TelegramConnector(Egress egress, Clock clock) {
    this.api = new BotApi(egress, clock);
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  /** The principal is the bot's number, which is the first part of its token. */
  @Override
  public Whoami whoami(Session session) {
    return WhoamiAnswer.read(
        api.ask(
            BotApi.call(session, "getMe", Json.object(), WHOAMI_TIMEOUT), TelegramConnector::bot),
        output -> "@" + output.path("username").asText());
  }

  @Override
  public Preparation prepare(Session session, Act act) {
    return Message.refusal(act.arguments())
        .<Preparation>map(reason -> new Preparation.Refused(400, reason, false))
        .orElseGet(() -> new Preparation.Ready(NullNode.getInstance()));
  }

  @Override
  public Outcome send(Session session, Act act) {
    var arguments = act.arguments();
    return switch (act.action().name()) {
      case "sendMessage" -> api.askBlind(call(session, act, "sendMessage"), Message::sent);
      case "sendPhoto" -> api.askBlind(call(session, act, "sendPhoto"), Message::sent);
      case "editMessageText" ->
          unless(
              UNMODIFIED, call(session, act, "editMessageText"), done(arguments, "edited", true));
      case "deleteMessage" ->
          unless(GONE, call(session, act, "deleteMessage"), done(arguments, "deleted", true));
      case "pinMessage" ->
          unless(List.of(), call(session, act, "pinChatMessage"), done(arguments, "pinned", true));
      case "unpinMessage" ->
          unless(
              UNPINNED, call(session, act, "unpinChatMessage"), done(arguments, "pinned", false));
      case "answerCallbackQuery" ->
          unless(
              List.of(),
              call(session, act, "answerCallbackQuery"),
              landed(Json.object().put("answered", true)));
      case "confirmUpdates" -> confirm(session, act);
      case "getUpdates" -> updates(session, act);
      case "getChat" -> api.ask(call(session, act, "getChat"), TelegramConnector::chat);
      case "getChatMemberCount" ->
          api.ask(
              call(session, act, "getChatMemberCount"),
              count ->
                  landed(Json.object().put("members", Long.parseLong(Answers.text(count, "")))));
      case "me" -> api.ask(call(session, act, "getMe"), TelegramConnector::bot);
      default ->
          throw new IllegalArgumentException("Telegram has no action " + act.action().name());
    };
  }

  @Override
  public Optional<JsonNode> undoArguments(Act act, Outcome.Landed landed) {
    var source = landed.output().has("chat_id") ? landed.output() : act.arguments();
    return Optional.of(
        Json.object()
            .<ObjectNode>set("chat_id", source.path("chat_id"))
            .set("message_id", source.path("message_id")));
  }

  /** Landed if the answer is true, or a refusal that says that it is so already. */
  private Outcome unless(List<String> already, PlatformCall call, Outcome.Landed landed) {
    var outcome =
        api.ask(
            call,
            result -> {
              if (!result.asBoolean(false) && !result.isObject()) {
                throw new IOException("neither true nor a message");
              }
              return landed;
            });
    return outcome instanceof Outcome.NotLanded refused
            && already.stream()
                .anyMatch(refused.reason().toLowerCase(java.util.Locale.ROOT)::contains)
        ? landed
        : outcome;
  }

  /** Asking for what comes after an update is how it is confirmed. */
  private Outcome confirm(Session session, Act act) {
    var last = act.arguments().path("update_id").asLong();
    var body = Json.object().put("offset", last + 1).put("limit", 1).put("timeout", 0);
    return api.ask(
        BotApi.call(session, "getUpdates", body, act.action().timeout()),
        result -> landed(Json.object().put("update_id", last)));
  }

  /** Without an offset, which would confirm what comes before it. */
  private Outcome updates(Session session, Act act) {
    var body =
        Json.object().put("limit", act.arguments().path("limit").asInt(100)).put("timeout", 0);
    return api.ask(
        BotApi.call(session, "getUpdates", body, act.action().timeout()),
        result -> {
          if (!result.isArray()) {
            throw new IOException("no list");
          }
          for (var update : result) {
            Answers.text(update, "/update_id");
          }
          return landed(Json.object().set("updates", result));
        });
  }

  private static PlatformCall call(Session session, Act act, String method) {
    return BotApi.call(session, method, Message.body(act.arguments()), act.action().timeout());
  }

  private static Outcome.Landed done(JsonNode arguments, String word, boolean value) {
    var id = arguments.path("message_id").asLong();
    return landed(Json.object().put("message_id", id).put(word, value));
  }

  private static Outcome.Landed landed(JsonNode output) {
    return new Outcome.Landed(output, "", Optional.empty());
  }

  private static Outcome bot(JsonNode bot) throws IOException {
    var id = Answers.text(bot, "/id");
    var output =
        Json.object()
            .put("id", bot.path("id").asLong())
            .put("username", Answers.text(bot, "/username"))
            .put("first_name", bot.path("first_name").asText(""));
    return new Outcome.Landed(output, id, Optional.empty());
  }

  private static Outcome chat(JsonNode chat) throws IOException {
    Answers.text(chat, "/id");
    var output =
        Json.object().put("id", chat.path("id").asLong()).put("type", Answers.text(chat, "/type"));
    for (var name : List.of("title", "username", "first_name", "description")) {
      if (chat.path(name).isTextual()) {
        output.put(name, chat.path(name).asText());
      }
    }
    return landed(output);
  }
}
