package io.ganglion.connector.discord;

import io.ganglion.connector.Act;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Query;
import io.ganglion.connector.Session;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import java.util.Optional;
import java.util.Set;

/** A bot's reactions to messages; to react twice is to react once. */
final class Reactions {
  private static final Set<Integer> GONE = Set.of(Rest.UNKNOWN_MESSAGE, Rest.UNKNOWN_EMOJI);

  private final Rest rest;

  Reactions(Rest rest) {
    this.rest = rest;
  }

  Outcome add(Session session, Act act) {
    return rest.judge(
        session, send(session, act, "PUT"), answer -> Empty.orThrow(answer, landed(act)));
  }

  Outcome remove(Session session, Act act) {
    var result = send(session, act, "DELETE");
    return GONE.contains(Rest.code(result))
        ? landed(act)
        : rest.judge(session, result, answer -> Empty.orThrow(answer, landed(act)));
  }

  private HttpResult send(Session session, Act act, String method) {
    var emoji = Query.encode(act.arguments().path("emoji").asText());
    var path = "%s/reactions/%s/@me".formatted(Messages.path(act), emoji);
    return rest.send(Rest.call(session, method, path, act.action().timeout()));
  }

  private static Outcome.Landed landed(Act act) {
    var emoji = act.arguments().path("emoji").asText();
    var output =
        Json.object()
            .put("message_id", act.arguments().path("message_id").asText())
            .put("emoji", emoji);
    return new Outcome.Landed(output, emoji, Optional.empty());
  }
}
