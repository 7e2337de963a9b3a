package io.ganglion.connector.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.Query;
import io.ganglion.connector.Session;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Posts, replaces and deletes messages, and finds one again. */
final class Messages {
  static final String EVENT_TYPE = "ganglion_effect";
  static final String KEY = "effect";

  /** How far Slack's clock may be behind the database's. */
  private static final Duration SKEW = Duration.ofSeconds(10);

  private static final Duration PAGE_TIMEOUT = Duration.ofSeconds(10);
  private static final int PAGE = 200;
  private static final int MAX_PAGES = 50;

  private final WebApi api;

  Messages(WebApi api) {
    this.api = api;
  }

  /** Whether the bot may write in the conversation, and will be able to look there. */
  Preparation mayPost(Session session, Act act) {
    var query = Query.of("channel", act.arguments().path("channel").asText());
    var call = WebApi.read(session, "conversations.info", query, PAGE_TIMEOUT);
    return switch (api.ask(call, Messages::open)) {
      case Outcome.Landed l -> new Preparation.Ready(NullNode.getInstance());
      case Outcome.NotLanded n when n.status() == 429 || n.reason().contains("missing_scope") ->
          new Preparation.Ready(NullNode.getInstance()); // can't be told beforehand
      case Outcome.NotLanded n -> new Preparation.Refused(n.status(), n.reason(), n.retryable());
      case Outcome.Unknown u -> new Preparation.Refused(u.status(), u.reason(), true);
    };
  }

  Outcome post(Session session, Act act) {
    var body = (ObjectNode) act.arguments().deepCopy();
    var metadata = body.putObject("metadata").put("event_type", EVENT_TYPE);
    metadata.putObject("event_payload").put(KEY, act.effect().toString());
    return api.ask(
        WebApi.post(session, "chat.postMessage", body, act.action().timeout()),
        answer -> posted(Answers.text(answer, "/channel"), Answers.text(answer, "/ts")));
  }

  /** Keeps what a message says before it is replaced. */
  Preparation keep(Session session, Act act) {
    var channel = act.arguments().path("channel").asText();
    var ts = act.arguments().path("ts").asText();
    // of a thread's message too, which the history doesn't show
    var query =
        Query.of("channel", channel)
            .and("ts", ts)
            .and("oldest", ts)
            .and("latest", ts)
            .and("inclusive", "true");
    var call = WebApi.read(session, "conversations.replies", query, PAGE_TIMEOUT);
    return switch (api.ask(call, answer -> named(answer, ts))) {
      case Outcome.Landed l -> new Preparation.Ready(l.output());
      case Outcome.NotLanded n -> new Preparation.Refused(n.status(), n.reason(), n.retryable());
      case Outcome.Unknown u -> new Preparation.Refused(u.status(), u.reason(), true);
    };
  }

  Outcome update(Session session, Act act) {
    var arguments = act.arguments();
    return api.ask(
        WebApi.post(session, "chat.update", arguments, act.action().timeout()),
        answer -> {
          var ts = Answers.text(answer, "/ts");
          var output =
              Json.object()
                  .put("channel", arguments.path("channel").asText())
                  .put("ts", ts)
                  .put("text", answer.path("text").asText(arguments.path("text").asText()));
          return new Outcome.Landed(output, ts, Optional.empty());
        });
  }

  Outcome delete(Session session, Act act) {
    var arguments = act.arguments();
    var output = (ObjectNode) arguments.deepCopy();
    return api.ask(
        WebApi.post(session, "chat.delete", arguments, act.action().timeout()),
        Set.of("message_not_found"), // an earlier attempt, or somebody else, has deleted it
        answer -> new Outcome.Landed(output.put("deleted", true), "", Optional.empty()));
  }

  /**
   * The message that carries the effect's key, by this bot. A message of the bot's whose metadata
   * isn't shown may be the one, so that it proves nothing that no other is.
   */
  Finding find(Session session, Act act) {
    var arguments = act.arguments();
    var channel = arguments.path("channel").asText();
    var thread = arguments.path("thread_ts").asText("");
    var oldest = act.firstDispatched().minus(SKEW).getEpochSecond();
    var query =
        Query.of("channel", channel)
            .and("oldest", Long.toString(oldest))
            .and("limit", Integer.toString(PAGE))
            .and("include_all_metadata", "true");
    var method = thread.isEmpty() ? "conversations.history" : "conversations.replies";
    if (!thread.isEmpty()) {
      query = query.and("ts", thread);
    }
    var cursor = "";
    boolean allKeysShown = true;
    for (int page = 0; page < MAX_PAGES; page++) {
      var next = cursor.isEmpty() ? query : query.and("cursor", cursor);
      switch (api.ask(WebApi.read(session, method, next, PAGE_TIMEOUT), Messages::whole)) {
        case Outcome.Landed l -> {
          var found = match(session, act, l.output());
          if (found.isPresent()) {
            return new Finding.Found(posted(channel, found.get()));
          }
          allKeysShown &= own(session, l.output()).allMatch(message -> message.has("metadata"));
          cursor = l.output().at("/response_metadata/next_cursor").asText("");
          if (cursor.isEmpty()) {
            return l.output().path("has_more").asBoolean(false)
                ? new Finding.Inconclusive("Slack has more messages and doesn't say where")
                : absent(allKeysShown);
          }
        }
        case Outcome.NotLanded n -> {
          return new Finding.Inconclusive(n.reason());
        }
        case Outcome.Unknown u -> {
          return new Finding.Inconclusive(u.reason());
        }
      }
    }
    return new Finding.Inconclusive("the conversation has more messages than a search may read");
  }

  private static Finding absent(boolean allKeysShown) {
    return allKeysShown
        ? new Finding.Absent()
        : new Finding.Inconclusive(
            "a message of the bot's shows no metadata; does its token have metadata.message:read?");
  }

  private static Stream<JsonNode> own(Session session, JsonNode page) {
    var bot = session.principal().substring(session.principal().indexOf(':') + 1);
    return page.path("messages")
        .valueStream()
        .filter(message -> message.path("user").asText().equals(bot));
  }

  /** The timestamp of the effect's message, if it is on this page; others may copy its key. */
  private static Optional<String> match(Session session, Act act, JsonNode page) {
    return own(session, page)
        .filter(message -> message.at("/metadata/event_type").asText().equals(EVENT_TYPE))
        .filter(
            message ->
                message
                    .at("/metadata/event_payload/" + KEY)
                    .asText()
                    .equals(act.effect().toString()))
        .map(message -> message.path("ts").asText(""))
        .filter(ts -> !ts.isEmpty())
        .findFirst();
  }

  private static Outcome whole(JsonNode answer) throws IOException {
    if (!answer.path("messages").isArray()) {
      throw new IOException("a page without messages");
    }
    return new Outcome.Landed(answer, "", Optional.empty());
  }

  private static Outcome open(JsonNode answer) {
    var channel = answer.path("channel");
    if (channel.path("is_archived").asBoolean(false)) {
      return refused(403, "the conversation is archived");
    }
    return channel.path("is_member").asBoolean(true)
        ? new Outcome.Landed(Json.object(), "", Optional.empty())
        : refused(
            403,
            "the bot is not in the channel and could not look there for its message; invite it");
  }

  private static Outcome named(JsonNode answer, String ts) {
    for (var message : answer.path("messages")) {
      if (message.path("ts").asText().equals(ts)) {
        var kept = Json.object().put("text", message.path("text").asText(""));
        if (message.path("blocks").isArray()) {
          kept.set("blocks", message.path("blocks"));
        }
        return new Outcome.Landed(kept, ts, Optional.empty());
      }
    }
    return refused(404, "there is no message " + ts);
  }

  private static Outcome refused(int status, String reason) {
    return new Outcome.NotLanded(status, "Slack: " + reason, Optional.empty(), false);
  }

  private static Outcome.Landed posted(String channel, String ts) {
    return new Outcome.Landed(
        Json.object().put("channel", channel).put("ts", ts), ts, Optional.empty());
  }
}
