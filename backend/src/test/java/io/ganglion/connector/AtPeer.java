package io.ganglion.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.ganglion.egress.Egress;
import io.ganglion.egress.HttpResult;
import io.ganglion.egress.LoopbackEgress;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;

/**
 * A connector at a server that somebody else wrote. What is sent and answered is checked against
 * the action's schemas.
 */
public final class AtPeer implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final LoopbackEgress egress = new LoopbackEgress();
  private final Connector connector;
  private Session session;

  /** With an account of it, and its principal. */
  public AtPeer(
      RealPeer server,
      Function<Egress, Connector> connector,
      ObjectNode credentials,
      String principal) {
    this.connector = connector.apply(egress);
    session = new Session(server.url(), principal, new Credentials(credentials), Origin.TENANT);
  }

  /** With a key that any server of models takes. */
  public AtPeer(RealPeer server, Function<Egress, Connector> connector) {
    this(server, connector, Json.object().put("api_key", "sk-any-key"), "");
  }

  /** An address of the server. */
  public URI at(String path) {
    return session.baseUrl().resolve(path);
  }

  /** Asks the server for what no connector does. */
  public JsonNode ask(PlatformCall call) {
    var answer = (HttpResult.Answered) egress.call(call.http());
    var body = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(answer.status()).as(body).isEqualTo(200);
    return Json.read(body);
  }

  /** By its account, as its connector would ask; see {@link #ask}. */
  public PlatformCall call(String method, String path) {
    return PlatformCall.of(session, method, path, LONGEST);
  }

  public Session session() {
    return session;
  }

  public Egress egress() {
    return egress;
  }

  /** Learns whose account it is; what is sent then is that principal's. */
  public Connector.Whoami.Known signIn() {
    var known = (Connector.Whoami.Known) whoami();
    session =
        new Session(session.baseUrl(), known.principal(), session.credentials(), session.origin());
    return known;
  }

  public Connector.Whoami whoami() {
    return connector.whoami(session);
  }

  /** An act of an effect of its own, not prepared. */
  public Act act(String action, JsonNode arguments) {
    var declared = Objects.requireNonNull(connector.manifest().actions().get(action));
    assertThat(schemas().getSchema(declared.input()).validate(arguments)).isEmpty();
    return new Act(declared, EffectId.next(), arguments, NullNode.getInstance(), Instant.now());
  }

  /** An act that is ready to be sent. */
  public Act prepared(String action, JsonNode arguments) {
    var act = act(action, arguments);
    var ready = prepare(act);
    assertThat(ready).isInstanceOf(Preparation.Ready.class);
    return new Act(
        act.action(),
        act.effect(),
        arguments,
        ((Preparation.Ready) ready).handle(),
        act.firstDispatched());
  }

  public Preparation prepare(Act act) {
    return connector.prepare(session, act);
  }

  public Outcome send(Act act) {
    var outcome = connector.send(session, act);
    if (outcome instanceof Outcome.Landed landed) {
      var answer = schemas().getSchema(act.action().output()).validate(landed.output());
      assertThat(answer).as("%s", landed.output()).isEmpty();
    }
    return outcome;
  }

  public Outcome send(String action, JsonNode arguments) {
    return send(act(action, arguments));
  }

  public Outcome.Landed landed(Act act) {
    var outcome = send(act);
    assertThat(outcome).isInstanceOf(Outcome.Landed.class);
    return (Outcome.Landed) outcome;
  }

  /** What a landed act answers. */
  public JsonNode output(String action, JsonNode arguments) {
    return landed(act(action, arguments)).output();
  }

  public Finding lookUp(Act act) {
    return connector.lookUp(session, act);
  }

  /** What undoes it. */
  public Act undo(Act act, Outcome.Landed landed) {
    var arguments = connector.undoArguments(act, landed).orElseThrow();
    return prepared(act.action().undo().orElseThrow(), arguments);
  }

  private static SchemaRegistry schemas() {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  }

  @Override
  public void close() {
    egress.close();
  }
}
