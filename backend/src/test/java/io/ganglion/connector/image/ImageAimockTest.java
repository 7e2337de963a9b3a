package io.ganglion.connector.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.ganglion.connector.Act;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Credentials;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Session;
import io.ganglion.egress.LoopbackEgress;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Against a server that somebody else wrote: npm package {@code @copilotkit/aimock} 1.43.0, {@code
 * dist/cli.js -p 8765 -f DIR} with a copy of {@code resources/peers/aimock.json} in DIR.
 */
@Tag("connectors")
@EnabledIfEnvironmentVariable(
    named = "GANGLION_TEST_AIMOCK",
    matches = "http://127.0.0.1:\\d+",
    disabledReason = "no server: set GANGLION_TEST_AIMOCK to the address of an aimock")
class ImageAimockTest {
  private final LoopbackEgress egress = new LoopbackEgress();
  private final ImageConnector connector = new ImageConnector(egress);
  private final Session session =
      new Session(
          URI.create(Objects.requireNonNullElse(System.getenv("GANGLION_TEST_AIMOCK"), "http://x")),
          "",
          new Credentials(Json.object().put("api_key", "sk-any-key")),
          Origin.TENANT);

  @AfterEach
  void close() {
    egress.close();
  }

  private Outcome send(String action, ObjectNode arguments) {
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

  private ObjectNode output(String action, ObjectNode arguments) {
    var outcome = send(action, arguments);
    assertThat(outcome).isInstanceOf(Outcome.Landed.class);
    return (ObjectNode) ((Outcome.Landed) outcome).output();
  }

  @Test
  void the_key_is_known_and_a_picture_is_made() {
    assertThat(connector.whoami(session)).isInstanceOf(Connector.Whoami.Known.class);
    assertThat(output("generate", Json.object().put("prompt", "a cup of tea")))
        .isEqualTo(Json.object().put("url", "https://images.example/tea.png"));
  }

  @Test
  void a_picture_is_changed_by_a_form_that_the_server_reads() {
    var arguments = Json.object().put("prompt", "with a hat");
    arguments.putObject("image").put("data", "iVBORw0KGgo=").put("media_type", "image/png");
    assertThat(output("edit", arguments).path("b64_json").asText()).isEqualTo("iVBORw0KGgo=");
  }

  @Test
  void variations_which_openai_took_away_are_refused_and_no_picture_is_in_doubt() {
    var arguments = Json.object();
    arguments.putObject("image").put("data", "iVBORw0KGgo=").put("media_type", "image/png");
    assertThat(send("variation", arguments))
        .isInstanceOfSatisfying(
            Outcome.NotLanded.class, refused -> assertThat(refused.status()).isEqualTo(404));
  }
}
