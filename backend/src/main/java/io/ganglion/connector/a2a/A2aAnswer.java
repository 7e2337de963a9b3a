package io.ganglion.connector.a2a;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Credentials;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.endpoint.Rpc.Reply;
import io.ganglion.connector.endpoint.RpcErrors;
import io.ganglion.kernel.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an agent's answer to a call proves. Pure. */
final class A2aAnswer {
  private static final int BAD_GATEWAY = 502;

  /** The protocol's own: no such task, not cancelable, not supported, no such content, … */
  private static final RpcErrors ERRORS =
      new RpcErrors(
          "the agent",
          Map.of(
              -32001, 404, -32002, 409, -32003, 400, -32004, 400, -32005, 415, -32007, 404, -32008,
              400, -32009, 400));

  private A2aAnswer() {}

  /**
   * @param streams whether the output is the array of all results
   */
  static Outcome judge(Reply reply, boolean pure, boolean streams) {
    return switch (reply) {
      case Reply.Missed missed -> missed.outcome();
      case Reply.Taken taken when taken.responses().isEmpty() ->
          new Outcome.Unknown(BAD_GATEWAY, "the agent ended its answer without a response");
      case Reply.Taken taken -> responses(taken.responses(), pure, streams, taken.secrets());
    };
  }

  private static Outcome responses(
      List<JsonNode> responses, boolean pure, boolean streams, Credentials secrets) {
    var results = Json.mapper().createArrayNode();
    for (var response : responses) {
      if (response.has("error")) {
        // After a first result the agent has begun, whatever its error says.
        return results.isEmpty()
            ? ERRORS.judge(response.path("error"), pure, secrets)
            : interrupted(response.path("error"), pure, secrets);
      }
      if (!response.has("result")) {
        return new Outcome.Unknown(BAD_GATEWAY, "the agent answered neither result nor error");
      }
      results.add(response.path("result"));
    }
    var output = secrets.hide(streams ? results : results.get(0));
    return new Outcome.Landed(output, reference(results.get(0)), Optional.empty());
  }

  private static Outcome interrupted(JsonNode error, boolean pure, Credentials secrets) {
    var reason =
        "the agent's stream ended with error %d: %s"
            .formatted(
                error.path("code").asInt(),
                RpcErrors.plain(error.path("message").asText(""), secrets));
    return pure
        ? new Outcome.NotLanded(BAD_GATEWAY, reason, Optional.empty(), false)
        : new Outcome.Unknown(BAD_GATEWAY, reason);
  }

  /** The task's id, where the answer is one. */
  private static String reference(JsonNode result) {
    return Dialect.task(result).path("id").asText("");
  }
}
