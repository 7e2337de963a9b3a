package io.ganglion.connector.discord;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Session;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.util.Optional;

/** Threads that start from a message; a message has at most one, which has its identifier. */
final class Threads {
  private final Rest rest;

  Threads(Rest rest) {
    this.rest = rest;
  }

  Outcome create(Session session, Act act) {
    var body = Json.object().put("name", act.arguments().path("name").asText());
    if (act.arguments().has("auto_archive_duration")) {
      body.set("auto_archive_duration", act.arguments().path("auto_archive_duration"));
    }
    var call =
        Rest.call(session, "POST", Messages.path(act) + "/threads", act.action().timeout())
            .json(body);
    var result = rest.send(call);
    var outcome = rest.judge(session, result, answer -> landed(Answers.json(answer)));
    return Rest.code(result) == Rest.THREAD_EXISTS && outcome instanceof Outcome.NotLanded n
        ? new Outcome.Unknown(n.status(), n.reason()) // perhaps by an earlier attempt
        : outcome;
  }

  /**
   * Deletes a thread; a direct conversation, which is a channel too, is closed by the same call.
   */
  Outcome delete(Session session, Act act) {
    var id = act.arguments().path("id").asText();
    var result = rest.send(Rest.call(session, "DELETE", "/channels/" + id, act.action().timeout()));
    var gone =
        new Outcome.Landed(Json.object().put("id", id).put("deleted", true), "", Optional.empty());
    return Rest.code(result) == Rest.UNKNOWN_CHANNEL
        ? gone
        : rest.judge(session, result, answer -> Empty.orThrow(answer, gone));
  }

  /** The message's thread, if this bot made it under this name. */
  Finding find(Session session, Act act) {
    var path = "/channels/" + act.arguments().path("message_id").asText();
    var result = rest.send(Rest.call(session, "GET", path, act.action().timeout()));
    if (Rest.code(result) == Rest.UNKNOWN_CHANNEL) {
      return new Finding.Absent();
    }
    var outcome =
        rest.judge(
            session,
            result,
            answer -> new Outcome.Landed(Answers.json(answer), "", Optional.empty()));
    return switch (outcome) {
      case Outcome.Landed l -> found(session, act, l.output());
      case Outcome.NotLanded n -> new Finding.Inconclusive(n.reason());
      case Outcome.Unknown u -> new Finding.Inconclusive(u.reason());
    };
  }

  private static Finding found(Session session, Act act, JsonNode thread) {
    if (!thread.path("owner_id").asText().equals(session.principal())) {
      return new Finding.Absent();
    }
    if (!thread.path("name").asText().equals(act.arguments().path("name").asText())
        || !thread.path("id").isTextual()) {
      return new Finding.Inconclusive("the message has a thread of this bot by another name");
    }
    return new Finding.Found(thread(thread));
  }

  private static Outcome landed(JsonNode thread) throws IOException {
    Answers.text(thread, "/id");
    return thread(thread);
  }

  private static Outcome.Landed thread(JsonNode thread) {
    var id = thread.path("id").asText();
    var output =
        Json.object()
            .put("id", id)
            .put("name", thread.path("name").asText(""))
            .put("parent_id", thread.path("parent_id").asText(""));
    return new Outcome.Landed(output, id, Optional.empty());
  }
}
