package io.ganglion.connector.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.ActionSubject;
import io.ganglion.connector.Connector;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.connector.RetryClass;
import io.ganglion.egress.Egress;
import io.ganglion.kernel.Json;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Discord with one channel. It keeps no nonce with a message, as the real one. */
abstract class Server extends ActionSubject {
  static final String TOKEN = "discord-bot-token-secret";
  static final String CHANNEL = "500";
  static final String BOT = "42";

  final List<ObjectNode> messages = new ArrayList<>(); // oldest first
  final Set<String> reactions = new TreeSet<>();
  Optional<ObjectNode> thread = Optional.empty();
  private final Map<String, ObjectNode> nonces = new HashMap<>();
  private int ids;

  Server(String action, RetryClass retryClass) {
    super(action, retryClass);
    message(BOT, "old", -60);
  }

  @Override
  public Connector connector(Egress egress, Clock clock) {
    return new DiscordConnector(egress, clock);
  }

  @Override
  public JsonNode credentials() {
    return Json.object().put("bot_token", TOKEN);
  }

  @Override
  public String principal() {
    return BOT;
  }

  final String old() {
    return messages.getFirst().path("id").asText();
  }

  final ObjectNode message(String author, String content, long secondsFromNow) {
    var id = Snowflake.number(Snowflake.at(NOW.plusSeconds(secondsFromNow))) + ++ids;
    var message =
        Json.object()
            .put("id", Long.toString(id))
            .put("channel_id", CHANNEL)
            .put("content", content);
    message.putObject("author").put("id", author).put("username", "ganglion");
    message.putArray("embeds");
    messages.add(message);
    return message;
  }

  @Override
  public Reply on(Request request) {
    if (!request.headers().getOrDefault("authorization", "").equals("Bot " + TOKEN)
        || !request.headers().getOrDefault("user-agent", "").startsWith("DiscordBot (")) {
      return error(401, 0, "401: Unauthorized");
    }
    var path = request.path().substring("/api/v10".length());
    var at = "/channels/%s/messages".formatted(CHANNEL);
    return switch (request.method() + " " + path) {
      case "GET /users/@me" ->
          Reply.json(200, Json.object().put("id", BOT).put("username", "ganglion"));
      case "GET /channels/" + CHANNEL ->
          Reply.json(
              200,
              Json.object()
                  .put("id", CHANNEL)
                  .put("type", 0)
                  .put("guild_id", "7")
                  .set("last_message_id", messages.getLast().path("id")));
      default ->
          path.startsWith(at)
              ? messages(request, path.substring(at.length()))
              : other(request, path);
    };
  }

  private Reply messages(Request request, String rest) {
    if (rest.isEmpty()) {
      return request.method().equals("POST") ? create(request) : page(request);
    }
    var id = rest.split("/")[1];
    var found = messages.stream().filter(m -> m.path("id").asText().equals(id)).findFirst();
    if (found.isEmpty()) {
      return error(404, Rest.UNKNOWN_MESSAGE, "Unknown Message");
    }
    var message = found.get();
    if (rest.endsWith("/threads")) {
      return start(id, Json.read(request.body()));
    }
    if (rest.contains("/reactions/")) {
      if (request.method().equals("PUT")) {
        reactions.add(rest.split("/")[3]);
      } else {
        reactions.remove(rest.split("/")[3]);
      }
      return new Reply(204, Map.of(), "");
    }
    return switch (request.method()) {
      case "PATCH" -> {
        message.setAll((ObjectNode) Json.read(request.body()));
        yield Reply.json(200, message);
      }
      case "DELETE" -> {
        messages.remove(message);
        yield new Reply(204, Map.of(), "");
      }
      default -> Reply.json(200, message);
    };
  }

  private Reply other(Request request, String path) {
    if (thread.isEmpty()) {
      return error(404, Rest.UNKNOWN_CHANNEL, "Unknown Channel");
    }
    var shown = thread.get();
    if (request.method().equals("DELETE")) {
      thread = Optional.empty();
    }
    return path.equals("/channels/" + shown.path("id").asText())
        ? Reply.json(200, shown)
        : error(404, Rest.UNKNOWN_CHANNEL, "Unknown Channel");
  }

  private Reply create(Request request) {
    var body = Json.read(request.body());
    var nonce = body.path("nonce").asText();
    var made =
        nonces.computeIfAbsent(
            nonce,
            any -> {
              var message = message(BOT, body.path("content").asText().strip(), 1);
              if (body.has("message_reference")) {
                message.set("message_reference", body.path("message_reference"));
              }
              return message;
            });
    return Reply.json(200, made.deepCopy().put("nonce", nonce));
  }

  private Reply start(String id, JsonNode body) {
    if (thread.isPresent()) {
      return error(400, Rest.THREAD_EXISTS, "A thread has already been created for this message");
    }
    thread = Optional.of(threadBy(BOT, id, body.path("name").asText()));
    return Reply.json(201, thread.get());
  }

  static ObjectNode threadBy(String owner, String id, String name) {
    return Json.object()
        .put("id", id)
        .put("type", 11)
        .put("name", name)
        .put("parent_id", CHANNEL)
        .put("owner_id", owner);
  }

  private Reply page(Request request) {
    var after = Snowflake.number(request.parameter("after"));
    var limit = Integer.parseInt(request.parameter("limit"));
    var all =
        messages.stream()
            .filter(m -> Snowflake.number(m.path("id").asText()) > after)
            .limit(limit)
            .toList();
    var page = Json.mapper().createArrayNode();
    all.reversed().forEach(page::add);
    return Reply.json(200, page);
  }

  static Reply error(int status, int code, String message) {
    return Reply.json(status, Json.object().put("code", code).put("message", message));
  }
}
