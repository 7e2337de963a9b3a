package io.ganglion.connector.slack;

import io.ganglion.connector.Act;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Session;
import io.ganglion.kernel.Json;
import java.util.Optional;
import java.util.Set;

/** A bot's reactions to messages; to react twice is to react once. */
final class Reactions {
  private final WebApi api;

  Reactions(WebApi api) {
    this.api = api;
  }

  Outcome add(Session session, Act act) {
    return send(session, act, "reactions.add", "already_reacted");
  }

  Outcome remove(Session session, Act act) {
    return send(session, act, "reactions.remove", "no_reaction");
  }

  private Outcome send(Session session, Act act, String method, String already) {
    var arguments = act.arguments();
    var body =
        Json.object()
            .put("channel", arguments.path("channel").asText())
            .put("timestamp", arguments.path("ts").asText())
            .put("name", arguments.path("name").asText());
    return api.ask(
        WebApi.post(session, method, body, act.action().timeout()),
        Set.of(already),
        answer -> new Outcome.Landed(arguments, arguments.path("name").asText(), Optional.empty()));
  }
}
