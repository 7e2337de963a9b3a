package io.ganglion.connector.solana;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Classifier;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformCall;
import io.ganglion.connector.Session;
import io.ganglion.egress.Egress;
import io.ganglion.kernel.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** A node of the chain, asked by JSON-RPC over HTTP. */
final class Node {
  /** The node is behind the others, or hasn't what was asked for yet: later it may. */
  private static final int BEHIND = -32005;

  private static final int TOO_EARLY = -32016;

  /** A node's own failure, which proves nothing. */
  private static final int INTERNAL_ERROR = -32603;

  private static final int MAX_MESSAGE_CHARS = 200;
  private static final Classifier CLASSIFIER = new Classifier("the node");

  /** What a node says to one question. */
  sealed interface Reply {
    /** JSON null where it knows of nothing. */
    record Result(JsonNode value) implements Reply {}

    /**
     * The node understood and declined.
     *
     * @param error its name of it, e.g. {@code BlockhashNotFound}; empty if it gave none
     */
    record Declined(int code, String message, String error) implements Reply {
      boolean proves() {
        return code != INTERNAL_ERROR;
      }
    }

    /** There was no usable answer; {@code outcome} is never landed. */
    record Failed(Outcome outcome) implements Reply {}
  }

  private final Egress egress;
  private final Clock clock;
  private final Duration timeout;

  /**
   * A node asked through {@code egress}.
   *
   * @param timeout of one question
   */
  Node(Egress egress, Clock clock, Duration timeout) {
    this.egress = egress;
    this.clock = clock;
    this.timeout = timeout;
  }

  Reply ask(Session session, String method, JsonNode... parameters) {
    var request = Json.object().put("jsonrpc", "2.0").put("id", 1).put("method", method);
    var list = request.putArray("params");
    for (var parameter : parameters) {
      list.add(parameter);
    }
    var call = PlatformCall.of(session, "POST", "", timeout).json(request);
    var token = session.credentials().values().path("rpc_token").asText("");
    var result = egress.call((token.isEmpty() ? call : call.bearer(token)).http());
    var outcome =
        CLASSIFIER.judge(
            result,
            clock.instant(),
            session.credentials(),
            answer -> new Outcome.Landed(Answers.json(answer), "", Optional.empty()));
    return switch (outcome) {
      case Outcome.Landed l -> reply(session, l.output());
      case Outcome.NotLanded n -> new Reply.Failed(n);
      case Outcome.Unknown u -> new Reply.Failed(u);
    };
  }

  /** What a refusal means where nothing was to land: always a not-landed. */
  static Outcome.NotLanded declined(Reply.Declined d) {
    boolean later = d.code() == BEHIND || d.code() == TOO_EARLY;
    return new Outcome.NotLanded(
        later ? 503 : 400, "the node: " + d.message(), Optional.empty(), later);
  }

  private static Reply reply(Session session, JsonNode body) {
    var error = body.path("error");
    if (error.isObject()) {
      var message = session.credentials().hide(error.path("message").asText("refused"));
      return new Reply.Declined(
          error.path("code").asInt(),
          message.length() > MAX_MESSAGE_CHARS ? message.substring(0, MAX_MESSAGE_CHARS) : message,
          error.at("/data/err").asText(""));
    }
    return body.has("result")
        ? new Reply.Result(body.path("result"))
        : new Reply.Failed(unreadable());
  }

  static Outcome.Unknown unreadable() {
    return new Outcome.Unknown(200, "the node's answer is unreadable");
  }
}
