package io.ganglion.connector.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Query;
import io.ganglion.connector.Session;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a bot may read: servers, channels, messages, users. */
final class Servers {
  private final Rest rest;

  Servers(Rest rest) {
    this.rest = rest;
  }

  Outcome me(Session session, Duration timeout) {
    return rest.ask(
        Rest.call(session, "GET", "/users/@me", timeout),
        answer -> {
          var user = user(Answers.json(answer));
          return new Outcome.Landed(user, user.path("id").asText(), Optional.empty());
        });
  }

  Outcome user(Session session, Act act) {
    var path = "/users/" + act.arguments().path("user_id").asText();
    return ask(session, act, path, Servers::user);
  }

  Outcome guild(Session session, Act act) {
    var path = "/guilds/%s?with_counts=true".formatted(act.arguments().path("guild_id").asText());
    return ask(
        session,
        act,
        path,
        body ->
            Json.object()
                .put("id", Answers.text(body, "/id"))
                .put("name", Answers.text(body, "/name"))
                .put("owner_id", body.path("owner_id").asText(""))
                .put("members", body.path("approximate_member_count").asInt(0)));
  }

  Outcome guilds(Session session, Act act) {
    return ask(
        session,
        act,
        "/users/@me/guilds",
        body ->
            list(
                "guilds",
                body,
                guild ->
                    Json.object()
                        .put("id", Answers.text(guild, "/id"))
                        .put("name", Answers.text(guild, "/name"))));
  }

  Outcome channel(Session session, Act act) {
    return ask(session, act, "/channels/" + Messages.channel(act), Servers::channel);
  }

  Outcome channels(Session session, Act act) {
    var path = "/guilds/%s/channels".formatted(act.arguments().path("guild_id").asText());
    return ask(session, act, path, body -> list("channels", body, Servers::channel));
  }

  Outcome message(Session session, Act act) {
    return ask(session, act, Messages.path(act), Servers::message);
  }

  Outcome messages(Session session, Act act) {
    var arguments = act.arguments();
    var query = Query.of("limit", Integer.toString(arguments.path("limit").asInt(50)));
    for (var bound : List.of("before", "after")) {
      if (arguments.has(bound)) {
        query = query.and(bound, arguments.path(bound).asText());
      }
    }
    var path = "/channels/%s/messages?%s".formatted(Messages.channel(act), query.text());
    return ask(session, act, path, body -> list("messages", body, Servers::message));
  }

  /** Puts an answer into our words. */
  @FunctionalInterface
  private interface Words {
    ObjectNode of(JsonNode body) throws IOException;
  }

  private Outcome ask(Session session, Act act, String path, Words words) {
    return rest.ask(
        Rest.call(session, "GET", path, act.action().timeout()),
        answer -> new Outcome.Landed(words.of(Answers.json(answer)), "", Optional.empty()));
  }

  private static ObjectNode list(String name, JsonNode body, Words words) throws IOException {
    if (!body.isArray()) {
      throw new IOException("no list");
    }
    var output = Json.object();
    var list = output.putArray(name);
    for (var item : body) {
      list.add(words.of(item));
    }
    return output;
  }

  private static ObjectNode user(JsonNode body) throws IOException {
    return Json.object()
        .put("id", Answers.text(body, "/id"))
        .put("username", Answers.text(body, "/username"))
        .put("display_name", body.path("global_name").asText(""))
        .put("bot", body.path("bot").asBoolean(false));
  }

  private static ObjectNode channel(JsonNode body) throws IOException {
    Answers.text(body, "/type");
    return Json.object()
        .put("id", Answers.text(body, "/id"))
        .put("type", body.path("type").asInt())
        .put("name", body.path("name").asText(""))
        .put("guild_id", body.path("guild_id").asText(""))
        .put("parent_id", body.path("parent_id").asText(""));
  }

  private static ObjectNode message(JsonNode body) throws IOException {
    return Json.object()
        .put("id", Answers.text(body, "/id"))
        .put("author_id", body.at("/author/id").asText(""))
        .put("author", body.at("/author/username").asText(""))
        .put("content", body.path("content").asText(""))
        .put("timestamp", body.path("timestamp").asText(""));
  }
}
