package io.ganglion.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.ganglion.egress.Egress;
import io.ganglion.egress.LoopbackEgress;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;

/**
 * A connector at a server that somebody else wrote: npm package {@code @copilotkit/aimock} 1.43.0,
 * {@code dist/cli.js -p 8765 -f DIR} with a copy of {@code resources/peers/aimock.json} in DIR.
 * What is sent and answered is checked against the action's schemas.
 */
public final class Aimock implements AutoCloseable {
  /** The environment variable with its address. */
  public static final String ADDRESS = "GANGLION_TEST_AIMOCK";

  private final LoopbackEgress egress = new LoopbackEgress();
  private final Connector connector;
  private final Session session =
      new Session(
          URI.create(Objects.requireNonNullElse(System.getenv(ADDRESS), "http://x")),
          "",
          new Credentials(Json.object().put("api_key", "sk-any-key")),
          Origin.TENANT);

  public Aimock(Function<Egress, Connector> connector) {
    this.connector = connector.apply(egress);
  }

  /** An address of the server. */
  public URI at(String path) {
    return session.baseUrl().resolve(path);
  }

  public Connector.Whoami whoami() {
    return connector.whoami(session);
  }

  public Outcome send(String action, ObjectNode arguments) {
    var declared = Objects.requireNonNull(connector.manifest().actions().get(action));
    var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    assertThat(schema.getSchema(declared.input()).validate(arguments)).isEmpty();
    var act = new Act(declared, EffectId.next(), arguments, NullNode.getInstance(), Instant.EPOCH);
    var outcome = connector.send(session, act);
    if (outcome instanceof Outcome.Landed landed) {
      assertThat(schema.getSchema(declared.output()).validate(landed.output())).isEmpty();
    }
    return outcome;
  }

  /** What a landed act answers. */
  public ObjectNode output(String action, ObjectNode arguments) {
    var outcome = send(action, arguments);
    assertThat(outcome).isInstanceOf(Outcome.Landed.class);
    return (ObjectNode) ((Outcome.Landed) outcome).output();
  }

  @Override
  public void close() {
    egress.close();
  }
}
