package io.ganglion.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.connector.PlatformServer.Behaviour;
import io.ganglion.egress.Egress;
import io.ganglion.egress.LoopbackEgress;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.EffectId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.BiFunction;

/** One connector in front of one platform whose answers a test writes down. */
public final class Rehearsal implements AutoCloseable {
  private final LoopbackEgress egress = new LoopbackEgress();
  private final PlatformServer platform;
  private final Connector connector;
  private final Credentials credentials;
  private final String principal;

  public Rehearsal(
      BiFunction<Egress, Clock, Connector> connector,
      JsonNode credentials,
      String principal,
      Behaviour behaviour) {
    this.platform = new PlatformServer(behaviour);
    this.connector = connector.apply(egress, Clock.fixed(Subject.NOW, ZoneOffset.UTC));
    this.credentials =
        new Credentials(credentials).telling(this.connector.manifest().plainCredentials());
    this.principal = principal;
  }

  public PlatformServer platform() {
    return platform;
  }

  public Outcome send(String action, JsonNode arguments, JsonNode handle) {
    return connector.send(session(), act(action, arguments, handle));
  }

  public Outcome send(String action, JsonNode arguments) {
    return send(action, arguments, NullNode.getInstance());
  }

  public Connector.Whoami whoami() {
    return connector.whoami(session());
  }

  public Preparation prepare(String action, JsonNode arguments) {
    return connector.prepare(session(), act(action, arguments, NullNode.getInstance()));
  }

  public Finding lookUp(String action, JsonNode arguments, JsonNode handle) {
    return connector.lookUp(session(), act(action, arguments, handle));
  }

  /** A page of a poll of the connector, which is a {@link Polling} one. */
  public Polled poll(String poll, JsonNode arguments, JsonNode cursor, long round) {
    var declared = Objects.requireNonNull(connector.manifest().polls().get(poll));
    var question = new Polling.Question(declared, arguments, cursor, round, Subject.NOW);
    return ((Polling) connector).poll(session(), question);
  }

  @Override
  public void close() {
    platform.close();
    egress.close();
  }

  private Act act(String action, JsonNode arguments, JsonNode handle) {
    var declared = Objects.requireNonNull(connector.manifest().actions().get(action));
    return new Act(declared, EffectId.next(), arguments, handle, Subject.NOW);
  }

  private Session session() {
    return new Session(platform.url(), principal, credentials, Origin.TENANT);
  }
}
