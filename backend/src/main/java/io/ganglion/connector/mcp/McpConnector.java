package io.ganglion.connector.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Manifest;
import io.ganglion.connector.Manifests;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.Session;
import io.ganglion.connector.endpoint.EndpointConnector;
import io.ganglion.connector.endpoint.Given;
import io.ganglion.connector.endpoint.Origins;
import io.ganglion.connector.endpoint.Policy;
import io.ganglion.connector.endpoint.Rpc;
import io.ganglion.egress.Egress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Calls a server's methods. */
@ApplicationScoped
class McpConnector implements EndpointConnector {
  private final Manifest manifest = Manifests.load("mcp");
  private final Rpc rpc;
  private final Clock clock;

  @Inject
  McpConnector(Egress egress) {
    this(egress, Clock.systemUTC());
  }

  McpConnector(Egress egress, Clock clock) {
    this.rpc = new Rpc(egress, clock, "the MCP server");
    this.clock = clock;
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public RetryClass retryClass(Manifest.Action action, JsonNode arguments) {
    return Methods.retryClass(arguments);
  }

  @Override
  public Outcome send(Session session, Act act) {
    var given = Given.of(session, act);
    var arguments = given.arguments();
    var end = clock.instant().plus(timeout(act));
    var talk = new Conversation(rpc, peer(session, given), clock, end);
    return talk.open(arguments).orElseGet(() -> within(talk, act, arguments));
  }

  /**
   * Two words of ours that no author can write: {@code all} reads a list to its end, {@code
   * tool_hash} calls a tool only if it is still the one that was confirmed.
   */
  private static Outcome within(Conversation talk, Act act, JsonNode arguments) {
    if (arguments.path("all").asBoolean(false)) {
      var all = ToolList.all(talk);
      talk.close();
      return all;
    }
    var confirmed = arguments.path("tool_hash").asText("");
    var refusal =
        confirmed.isEmpty()
            ? Optional.<Outcome>empty()
            : ToolList.refusal(talk, arguments.at("/parameters/name").asText(), confirmed);
    if (refusal.isPresent()) {
      talk.close();
      return refusal.get();
    }
    return called(talk, act, arguments);
  }

  private static Outcome called(Conversation talk, Act act, JsonNode arguments) {
    var retryClass = Methods.retryClass(act.arguments());
    var reply = talk.call(act.effect().toString(), arguments, retryClass);
    return McpAnswer.judge(talk.closedAfter(reply), retryClass);
  }

  /** The author's, within the action's. */
  private static Duration timeout(Act act) {
    var most = act.action().timeout();
    var given = Duration.ofMillis(act.arguments().path("timeout_ms").asLong(most.toMillis()));
    return given.compareTo(most) < 0 ? given : most;
  }

  private static Rpc.Peer peer(Session session, Given given) {
    Map<String, String> headers = new LinkedHashMap<>();
    given
        .arguments()
        .path("headers")
        .properties()
        .forEach(entry -> headers.put(entry.getKey(), entry.getValue().asText()));
    return new Rpc.Peer(
        session.principal(),
        Origins.address(given.arguments().path("endpoint")),
        Policy.of(given.arguments()),
        headers,
        given.secrets());
  }
}
