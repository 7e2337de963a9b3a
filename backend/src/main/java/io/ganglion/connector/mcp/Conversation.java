package io.ganglion.connector.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.endpoint.Rpc;
import io.ganglion.connector.endpoint.Rpc.Reply;
import io.ganglion.kernel.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One call's talk with a server: {@code initialize}, the call, the end of the session. Used once.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-06-18/basic/lifecycle">MCP:
 *     lifecycle</a>
 */
final class Conversation {
  /** Versions whose messages are alike in what we use. */
  private static final Set<String> VERSIONS =
      Set.of("2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25");

  /** Visible ASCII, as the protocol asks; the length is ours. */
  private static final Pattern SESSION = Pattern.compile("[\\x21-\\x7E]{1,1024}");

  private static final String SESSION_ID = "mcp-session-id";

  /** The longest that the end of a session may take. */
  private static final Duration CLOSING = Duration.ofSeconds(2);

  private static final int BAD_GATEWAY = 502;
  private static final int TIMED_OUT = 504;

  private final Rpc rpc;
  private final Rpc.Peer peer;
  private final Clock clock;
  private final Instant end;
  private final Map<String, String> headers = new HashMap<>();

  /**
   * @param end nothing is sent after it
   */
  Conversation(Rpc rpc, Rpc.Peer peer, Clock clock, Instant end) {
    this.rpc = rpc;
    this.peer = peer;
    this.clock = clock;
    this.end = end;
  }

  /**
   * Begins it.
   *
   * @param arguments of the call, for its protocol version and client
   * @return why the call can't be made; empty if it can
   */
  Optional<Outcome> open(JsonNode arguments) {
    var hello = Json.object().put("protocolVersion", arguments.path("protocolVersion").asText());
    hello.putObject("capabilities");
    hello.set("clientInfo", arguments.path("client"));
    return switch (send("initialize", "initialize", hello, false)) {
      case Reply.Missed missed -> Optional.of(missed.unsent());
      case Reply.Taken taken -> greeted(taken).or(this::initialized);
    };
  }

  /** The call itself. */
  Reply call(String id, JsonNode arguments, RetryClass retryClass) {
    return send(
        id,
        arguments.path("method").asText(),
        arguments.path("parameters"),
        retryClass != RetryClass.PURE);
  }

  /**
   * Ends the session, if the server began one and has answered. After a lost answer it is left
   * alone: its end might stop the tool half-way.
   */
  Reply closedAfter(Reply reply) {
    if (reply instanceof Reply.Taken) {
      close();
    }
    return reply;
  }

  /** Ends the session, if the server began one; nothing may be under way. */
  void close() {
    var left = Duration.between(clock.instant(), end);
    if (headers.containsKey(SESSION_ID) && left.isPositive()) {
      rpc.end(peer, Map.copyOf(headers), left.compareTo(CLOSING) < 0 ? left : CLOSING);
    }
  }

  private Optional<Outcome> greeted(Reply.Taken taken) {
    if (taken.responses().isEmpty()) {
      return Optional.of(broken("the MCP server didn't answer 'initialize'"));
    }
    var response = taken.responses().getFirst();
    if (response.has("error")) {
      return Optional.of(McpAnswer.error(response.path("error"), true, taken.secrets()));
    }
    var version = response.at("/result/protocolVersion").asText();
    if (!VERSIONS.contains(version)) {
      return Optional.of(broken("the MCP server speaks no version of the protocol known here"));
    }
    headers.put("MCP-Protocol-Version", version);
    var session = taken.http().header(SESSION_ID);
    if (session.isPresent() && !SESSION.matcher(session.get()).matches()) {
      return Optional.of(broken("the MCP server's session id is none"));
    }
    session.ifPresent(id -> headers.put(SESSION_ID, id));
    return Optional.empty();
  }

  private Optional<Outcome> initialized() {
    return switch (send("", "notifications/initialized", Json.mapper().missingNode(), false)) {
      case Reply.Missed missed -> Optional.of(missed.unsent());
      case Reply.Taken taken -> Optional.empty();
    };
  }

  private Reply send(String id, String method, JsonNode params, boolean fresh) {
    var left = Duration.between(clock.instant(), end);
    return left.isPositive()
        ? rpc.send(peer, new Rpc.Message(id, method, params, Map.copyOf(headers), left, fresh))
        : new Reply.Missed(
            new Outcome.NotLanded(
                TIMED_OUT, "the MCP server took all of the call's time", Optional.empty(), true));
  }

  private static Outcome broken(String reason) {
    return new Outcome.NotLanded(BAD_GATEWAY, reason, Optional.empty(), false);
  }
}
