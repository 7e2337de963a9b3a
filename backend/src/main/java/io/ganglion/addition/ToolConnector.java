package io.ganglion.addition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Credentials;
import io.ganglion.connector.Manifest;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.Session;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tools of an MCP server. What is said on the wire, connector {@code mcp} says. */
final class ToolConnector implements Connector {
  static final String TOKEN = "token";
  static final String HEADER = "header";
  private static final String VERSION = "2025-06-18";

  private final TenantId tenant;
  private final Addition addition;
  private final Manifest manifest;
  private final Connector mcp;

  /**
   * @param mcp the connector that comes along
   */
  ToolConnector(TenantId tenant, Addition addition, Connector mcp) {
    this.tenant = tenant;
    this.addition = addition;
    this.manifest = AdditionManifest.of(addition);
    this.mcp = mcp;
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public Optional<Manifest.Action> action(String name) {
    return addition.offer(name).map(Offer::action);
  }

  /** Whoever the server shows its tools to; there is nobody else to ask. */
  @Override
  public Whoami whoami(Session session) {
    var credentials = session.credentials().values();
    return switch (list(session)) {
      case Outcome.Landed landed -> Account.of(session.baseUrl(), credentials, List.of(TOKEN));
      case Outcome.NotLanded no -> new Whoami.Refused(no.status(), no.reason());
      case Outcome.Unknown unknown -> new Whoami.Refused(unknown.status(), unknown.reason());
    };
  }

  /** All tools of the server, as {@code {tools: [...]}}. */
  Outcome list(Session session) {
    var action = mcp.manifest().actions().get("request");
    var arguments = request("tools/list").put("all", true);
    var act =
        new Act(
            java.util.Objects.requireNonNull(action),
            EffectId.next(),
            arguments,
            NullNode.getInstance(),
            Instant.EPOCH);
    return mcp.send(carrying(session, arguments), act);
  }

  @Override
  public Preparation prepare(Session session, Act act) {
    return new Preparation.Ready(now(act).toJson());
  }

  /**
   * Calls the tool if it still is what was confirmed; that it is not proves that nothing happened.
   */
  @Override
  public Outcome send(Session session, Act act) {
    var tool = act.handle().isNull() ? now(act) : (Wire.Tool) Wire.of(act.handle());
    var arguments = request("tools/call");
    arguments.putObject("parameters").put("name", tool.tool()).set("arguments", act.arguments());
    arguments.put("tool_hash", tool.hash());
    var retry = act.action().retryClass();
    if (retry == RetryClass.PURE || retry == RetryClass.IDEMPOTENT) {
      arguments.put("retry", retry.word());
    }
    return mcp.send(
        carrying(session, arguments),
        new Act(act.action(), act.effect(), arguments, act.handle(), act.firstDispatched()));
  }

  private Wire.Tool now(Act act) {
    return (Wire.Tool) addition.offer(act.action().name()).orElseThrow().wire();
  }

  private static ObjectNode request(String method) {
    var request = Json.object().put("method", method).put("protocolVersion", VERSION);
    request.putObject("client").put("name", "ganglion").put("version", "1");
    return request;
  }

  /** What has a token goes with the session, which lives as long as the call. */
  private Session carrying(Session session, ObjectNode arguments) {
    var credentials = session.credentials().values();
    var own = arguments.deepCopy();
    var endpoint = own.putObject("endpoint").put("uri", address(session.baseUrl()));
    var token = credentials.path(TOKEN).asText();
    var header = credentials.path(HEADER).asText();
    if (!token.isEmpty() && header.isEmpty()) {
      endpoint.putObject("authentication").putObject("bearer").put("token", token);
    } else if (!token.isEmpty()) {
      own.putObject("headers").put(header, token);
    }
    var carried = Json.object();
    carried.set("arguments", own);
    carried.set("hidden", Json.object().put(TOKEN, token));
    return new Session(
        session.baseUrl(), tenant.toString(), new Credentials(carried), Origin.TENANT);
  }

  /** A slash at the end is part of a server's address. */
  private String address(URI base) {
    var own = addition.address().toString();
    return own.equals(base + "/") ? own : base.toString();
  }

  @Override
  public Optional<JsonNode> undoArguments(Act act, Outcome.Landed landed) {
    return addition
        .offer(act.action().name())
        .flatMap(offer -> offer.words().undo())
        .map(undo -> undo.of(act.arguments(), landed));
  }
}
