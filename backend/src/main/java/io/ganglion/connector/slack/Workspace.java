package io.ganglion.connector.slack;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a workspace shows a bot. */
final class Workspace {
  static final String ME = "auth.test";

  private final WebApi api;

  Workspace(WebApi api) {
    this.api = api;
  }

  Outcome me(Session session, Duration timeout) {
    return api.ask(WebApi.read(session, ME, Query.EMPTY, timeout), Workspace::account);
  }

  Outcome conversations(Session session, Act act) {
    var arguments = act.arguments();
    var types = new ArrayList<String>();
    arguments.path("types").forEach(type -> types.add(type.asText()));
    var query =
        paged(arguments, 100)
            .and("types", types.isEmpty() ? "public_channel" : String.join(",", types))
            .and("exclude_archived", arguments.path("exclude_archived").asText("true"));
    return ask(session, act, "conversations.list", query, Workspace::listed);
  }

  Outcome history(Session session, Act act) {
    var arguments = act.arguments();
    var query = paged(arguments, 50).and("channel", arguments.path("channel").asText());
    for (var bound : List.of("oldest", "latest")) {
      if (arguments.has(bound)) {
        query = query.and(bound, arguments.path(bound).asText());
      }
    }
    return ask(session, act, "conversations.history", query, Workspace::messages);
  }

  Outcome replies(Session session, Act act) {
    var arguments = act.arguments();
    var query =
        paged(arguments, 50)
            .and("channel", arguments.path("channel").asText())
            .and("ts", arguments.path("ts").asText());
    return ask(session, act, "conversations.replies", query, Workspace::messages);
  }

  Outcome user(Session session, Act act) {
    var query = Query.of("user", act.arguments().path("user").asText());
    return ask(session, act, "users.info", query, Workspace::member);
  }

  Outcome permalink(Session session, Act act) {
    var query =
        Query.of("channel", act.arguments().path("channel").asText())
            .and("message_ts", act.arguments().path("ts").asText());
    return ask(
        session,
        act,
        "chat.getPermalink",
        query,
        body -> read(Json.object().put("permalink", Answers.text(body, "/permalink"))));
  }

  private Outcome ask(
      Session session, Act act, String method, Query query, WebApi.Reading reading) {
    return api.ask(WebApi.read(session, method, query, act.action().timeout()), reading);
  }

  private static Query paged(JsonNode arguments, int limit) {
    var query = Query.of("limit", Integer.toString(arguments.path("limit").asInt(limit)));
    var cursor = arguments.path("cursor").asText("");
    return cursor.isEmpty() ? query : query.and("cursor", cursor);
  }

  private static Outcome account(JsonNode body) throws IOException {
    var output =
        Json.object()
            .put("team_id", Answers.text(body, "/team_id"))
            .put("team", body.path("team").asText(""))
            .put("user_id", Answers.text(body, "/user_id"))
            .put("user", body.path("user").asText(""));
    var principal = output.path("team_id").asText() + ":" + output.path("user_id").asText();
    return new Outcome.Landed(output, principal, Optional.empty());
  }

  private static Outcome listed(JsonNode body) throws IOException {
    var output = Json.object();
    var list = output.putArray("conversations");
    for (var channel : list(body, "channels")) {
      list.addObject()
          .put("id", Answers.text(channel, "/id"))
          .put("name", channel.path("name").asText(""))
          .put("private", channel.path("is_private").asBoolean(false))
          .put("archived", channel.path("is_archived").asBoolean(false))
          .put("member", channel.path("is_member").asBoolean(false));
    }
    return read(paged(output, body));
  }

  private static Outcome messages(JsonNode body) throws IOException {
    var output = Json.object();
    var list = output.putArray("messages");
    for (var message : list(body, "messages")) {
      list.addObject()
          .put("ts", Answers.text(message, "/ts"))
          .put("user", message.path("user").asText(""))
          .put("text", message.path("text").asText(""))
          .put("thread_ts", message.path("thread_ts").asText(""))
          .put("reply_count", message.path("reply_count").asInt(0));
    }
    return read(paged(output, body));
  }

  private static Outcome member(JsonNode body) throws IOException {
    var user = body.path("user");
    return read(
        Json.object()
            .put("id", Answers.text(user, "/id"))
            .put("name", Answers.text(user, "/name"))
            .put("real_name", user.path("real_name").asText(""))
            .put("time_zone", user.path("tz").asText(""))
            .put("bot", user.path("is_bot").asBoolean(false))
            .put("deleted", user.path("deleted").asBoolean(false)));
  }

  private static JsonNode list(JsonNode body, String name) throws IOException {
    if (!body.path(name).isArray()) {
      throw new IOException("no list");
    }
    return body.path(name);
  }

  private static ObjectNode paged(ObjectNode output, JsonNode body) {
    return output.put("next_cursor", body.at("/response_metadata/next_cursor").asText(""));
  }

  private static Outcome read(JsonNode output) {
    return new Outcome.Landed(output, "", Optional.empty());
  }
}
