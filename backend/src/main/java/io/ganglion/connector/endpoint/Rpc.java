package io.ganglion.connector.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Classifier;
import io.ganglion.connector.Credentials;
import io.ganglion.connector.Outcome;
import io.ganglion.egress.Egress;
import io.ganglion.egress.HttpCall;
import io.ganglion.egress.HttpResult;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends JSON-RPC 2.0 messages over HTTP, once each.
 *
 * @see <a href="https://www.jsonrpc.org/specification">JSON-RPC 2.0</a>
 */
public final class Rpc {
  private static final int UNAUTHENTICATED = 401;
  private static final int BAD_REQUEST = 400;

  private final Authorized authorized;
  private final Classifier classifier;
  private final Clock clock;

  /**
   * @param peer for people, e.g. {@code the MCP server}
   */
  public Rpc(Egress egress, Clock clock, String peer) {
    this.authorized = new Authorized(egress, clock);
    this.classifier = new Classifier(peer);
    this.clock = clock;
  }

  /**
   * Whom a call goes to and as whom.
   *
   * @param tenant whose tokens are used
   * @param headers the author's own; the protocol's go before them
   */
  public record Peer(
      String tenant,
      String address,
      Policy policy,
      Map<String, String> headers,
      Credentials secrets) {
    /** Never shows what it holds. */
    @Override
    public String toString() {
      return "Peer[redacted]";
    }
  }

  /**
   * One message.
   *
   * @param id of the request, chosen by us; empty for a notification
   * @param method of JSON-RPC; empty for a document that is only read
   * @param headers of the protocol
   * @param fresh whether to use a new connection (blind acts)
   */
  public record Message(
      String id,
      String method,
      JsonNode params,
      Map<String, String> headers,
      Duration timeout,
      boolean fresh) {
    String json() {
      ObjectNode json = Json.object().put("jsonrpc", "2.0");
      if (!id.isEmpty()) {
        json.put("id", id);
      }
      json.put("method", method);
      if (!params.isMissingNode() && !params.isNull()) {
        json.set("params", params);
      }
      return Json.write(json);
    }
  }

  /** What came of a message. */
  public sealed interface Reply {
    /**
     * The peer took it.
     *
     * @param responses to this very request, in order; none to a notification
     * @param secrets what must not come back, tokens included
     */
    record Taken(HttpResult.Answered http, List<JsonNode> responses, Credentials secrets)
        implements Reply {}

    /** It did not, or nobody knows; never {@link Outcome.Landed}. */
    record Missed(Outcome outcome) implements Reply {
      /** The outcome of a call that this message was only to open: nothing can have happened. */
      public Outcome unsent() {
        return outcome instanceof Outcome.Unknown unknown
            ? new Outcome.NotLanded(unknown.status(), unknown.reason(), Optional.empty(), true)
            : outcome;
      }
    }
  }

  /** Sends one message; a stream is read to its end. */
  public Reply send(Peer peer, Message message) {
    return exchange(peer, "POST", message);
  }

  /** Reads a document of JSON, which is given as the only response. */
  public Reply read(Peer peer, Duration timeout) {
    var nothing = Json.mapper().missingNode();
    return exchange(peer, "GET", new Message("", "", nothing, Map.of(), timeout, false));
  }

  /**
   * Ends what a peer keeps under this address and these headers; what it answers matters little.
   */
  public Reply end(Peer peer, Map<String, String> headers, Duration timeout) {
    var nothing = Json.mapper().missingNode();
    return exchange(peer, "DELETE", new Message("", "", nothing, headers, timeout, false));
  }

  private Reply exchange(Peer peer, String method, Message message) {
    URI uri;
    try {
      uri = new URI(peer.address());
    } catch (java.net.URISyntaxException e) { // its message repeats the address
      return refused(BAD_REQUEST, "the endpoint is no address", false);
    }
    var call = call(method, uri, peer, message);
    return switch (authorized.send(peer.tenant(), peer.policy(), call)) {
      case Authorized.Attempt.Refused refused ->
          refused(
              UNAUTHENTICATED,
              "authentication: " + peer.secrets().hide(refused.reason()),
              refused.again());
      case Authorized.Attempt.Made made ->
          read(made.result(), message, made.hiding(peer.secrets()));
    };
  }

  private Reply read(HttpResult result, Message message, Credentials secrets) {
    if (result instanceof HttpResult.Answered answer && answer.status() / 100 == 2) {
      try {
        return new Reply.Taken(answer, responses(answer, message), secrets);
      } catch (IOException e) {
        return new Reply.Missed(
            new Outcome.Unknown(
                answer.status(),
                "%s answered %d, unreadable".formatted(classifier.platform(), answer.status())));
      }
    }
    return new Reply.Missed(
        classifier.judge(
            result,
            clock.instant(),
            secrets,
            answer -> new Outcome.Unknown(answer.status(), "answered")));
  }

  private static List<JsonNode> responses(HttpResult.Answered answer, Message message)
      throws IOException {
    if (message.method().isEmpty()) {
      return List.of(Json.parse(answer.body()));
    }
    return message.id().isEmpty() ? List.of() : Messages.responses(answer, message.id());
  }

  private static Reply refused(int status, String reason, boolean again) {
    return new Reply.Missed(new Outcome.NotLanded(status, reason, Optional.empty(), again));
  }

  private static HttpCall call(String method, URI uri, Peer peer, Message message) {
    var json = message.method().isEmpty() ? "" : message.json();
    return new HttpCall(
        method,
        uri,
        headers(peer, message.headers()),
        json.getBytes(StandardCharsets.UTF_8),
        message.timeout(),
        Origin.TENANT,
        message.fresh(),
        0);
  }

  private static Map<String, List<String>> headers(Peer peer, Map<String, String> protocol) {
    var headers = new LinkedHashMap<String, List<String>>();
    peer.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    var ours = new LinkedHashMap<>(protocol);
    ours.put("Content-Type", "application/json");
    ours.put("Accept", "application/json, text/event-stream");
    ours.forEach(
        (name, value) -> {
          headers.keySet().removeIf(name::equalsIgnoreCase);
          headers.put(name, List.of(value));
        });
    return headers;
  }
}
