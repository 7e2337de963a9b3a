package io.ganglion.connector.evm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Classifier;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformCall;
import io.ganglion.connector.Session;
import io.ganglion.egress.Egress;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** A chain's node, asked by JSON-RPC over HTTP. */
final class Node {
  /** "Limit exceeded", which nodes answer with the HTTP status 200. */
  private static final int LIMITED = -32005;

  private static final int MAX_MESSAGE_CHARS = 200;
  private static final Classifier CLASSIFIER = new Classifier("the node");

  /** What a node says to one question. */
  sealed interface Reply {
    /** JSON null where it knows of nothing. */
    record Result(JsonNode value) implements Reply {}

    /** The node understood and declined. */
    record Declined(int code, String message) implements Reply {
      boolean says(String words) {
        return message.toLowerCase(Locale.ROOT).contains(words);
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
    return read(session, result);
  }

  /** A question whose answer is a text: a quantity or a hash. */
  Reply askText(Session session, String method, String... parameters) {
    var nodes = new JsonNode[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      nodes[i] = TextNode.valueOf(parameters[i]);
    }
    return switch (ask(session, method, nodes)) {
      case Reply.Result r when !r.value().isTextual() ->
          new Reply.Failed(new Outcome.Unknown(200, "the node's answer is unreadable"));
      case Reply.Result r -> r;
      case Reply.Declined d -> d;
      case Reply.Failed f -> f;
    };
  }

  /** What a refusal means where nothing was to land: always a not-landed. */
  static Outcome.NotLanded declined(Reply.Declined d) {
    var limited = d.code() == LIMITED;
    return new Outcome.NotLanded(
        limited ? 429 : 400, "the node: " + d.message(), Optional.empty(), limited);
  }

  private Reply read(Session session, HttpResult result) {
    // Nodes may put a JSON-RPC error into a 4xx or 5xx; then the status is what counts.
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

  private static Reply reply(Session session, JsonNode body) {
    var error = body.path("error");
    if (error.isObject()) {
      var message = session.credentials().hide(error.path("message").asText("refused"));
      return new Reply.Declined(
          error.path("code").asInt(),
          message.length() > MAX_MESSAGE_CHARS ? message.substring(0, MAX_MESSAGE_CHARS) : message);
    }
    return body.has("result")
        ? new Reply.Result(body.path("result"))
        : new Reply.Failed(new Outcome.Unknown(200, "the node's answer is unreadable"));
  }
}
