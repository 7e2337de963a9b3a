package io.ganglion.connector.evm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Credentials;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.RealPeer;
import io.ganglion.connector.Session;
import io.ganglion.connector.Waiting;
import io.ganglion.egress.LoopbackEgress;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Against a real node, anvil. */
@Tag("connectors")
@Tag("long")
class AnvilTest {
  @RegisterExtension static final RealPeer PEER = new RealPeer("anvil");

  private static final Credentials RICH =
      new Credentials(
          Json.object()
              .put(
                  "private_key",
                  "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80"));
  private final LoopbackEgress egress = new LoopbackEgress();
  private final Node node = new Node(egress, Clock.systemUTC(), Duration.ofSeconds(5));
  private final EvmConnector connector =
      new EvmConnector(node, new Waiting(Duration.ofMillis(20), Duration.ofMillis(500)));
  private final String to = "0x" + Json.sha256(EffectId.next().toString()).substring(0, 40);
  private Session session = new Session(PEER.url(), "", RICH, Origin.TENANT);

  @BeforeEach
  void mineAtOnce() {
    automine(true);
    rpc("evm_mine");
    var known = (Connector.Whoami.Known) connector.whoami(session);
    session = new Session(session.baseUrl(), known.principal(), RICH, Origin.TENANT);
  }

  @AfterEach
  void close() {
    automine(true);
    rpc("evm_mine");
    egress.close();
  }

  @Test
  void a_transfer_sent_three_times_arrives_once() {
    var act = prepared();
    var first = (Outcome.Landed) connector.send(session, act);
    assertThat(connector.send(session, act)).isEqualTo(first);
    assertThat(connector.send(session, act)).isEqualTo(first);
    assertThat(received()).isEqualTo(BigInteger.valueOf(7));
    assertThat(connector.lookUp(session, act)).isEqualTo(new Finding.Found(first));
  }

  @Test
  void a_waiting_transfer_is_unknown_and_lands_with_the_next_block() {
    automine(false);
    var act = prepared();
    assertThat(connector.send(session, act)).isInstanceOf(Outcome.Unknown.class);
    assertThat(connector.send(session, act)).isInstanceOf(Outcome.Unknown.class);
    assertThat(connector.lookUp(session, act)).isInstanceOf(Finding.Inconclusive.class);
    rpc("evm_mine");
    assertThat(connector.lookUp(session, act)).isInstanceOf(Finding.Found.class);
    assertThat(received()).isEqualTo(BigInteger.valueOf(7));
  }

  @Test
  void a_dropped_transfer_is_not_taken_for_absent_and_its_bytes_still_land() {
    automine(false);
    var act = prepared();
    connector.send(session, act);
    rpc("anvil_dropTransaction", act.handle().path("hash").asText());
    assertThat(connector.lookUp(session, act)).isInstanceOf(Finding.Inconclusive.class);
    automine(true);
    assertThat(connector.send(session, act)).isInstanceOf(Outcome.Landed.class);
    assertThat(received()).isEqualTo(BigInteger.valueOf(7));
  }

  @Test
  void a_transfer_whose_nonce_another_one_took_is_absent() {
    var act = prepared();
    assertThat(connector.send(session, prepared(new BigInteger("9"))))
        .isInstanceOf(Outcome.Landed.class);
    assertThat(connector.send(session, act)).isInstanceOf(Outcome.Unknown.class);
    assertThat(connector.lookUp(session, act)).isInstanceOf(Finding.Absent.class);
  }

  @Test
  void a_replacement_that_pays_too_little_proves_that_it_did_not_land() {
    automine(false);
    var first = prepared();
    var second = prepared(new BigInteger("9"));
    connector.send(session, first);
    assertThat(connector.send(session, second)).isInstanceOf(Outcome.NotLanded.class);
  }

  @Test
  void more_than_the_address_has_is_refused_before_it_is_signed() {
    var act = act(new BigInteger("9".repeat(40)));
    assertThat(connector.prepare(session, act)).isInstanceOf(Preparation.Refused.class);
  }

  private Act prepared() {
    return prepared(BigInteger.valueOf(7));
  }

  private Act prepared(BigInteger wei) {
    var act = act(wei);
    var ready = connector.prepare(session, act);
    assertThat(ready).isInstanceOf(Preparation.Ready.class);
    var handle = ((Preparation.Ready) ready).handle();
    return new Act(act.action(), act.effect(), act.arguments(), handle, act.firstDispatched());
  }

  private Act act(BigInteger wei) {
    var action = Objects.requireNonNull(connector.manifest().actions().get("sendTransaction"));
    var arguments = Json.object().put("to", to).put("value_wei", wei.toString());
    return new Act(action, EffectId.next(), arguments, NullNode.getInstance(), Instant.EPOCH);
  }

  private BigInteger received() {
    var action = Objects.requireNonNull(connector.manifest().actions().get("balance"));
    var ask =
        new Act(
            action,
            EffectId.next(),
            Json.object().put("address", to),
            NullNode.getInstance(),
            Instant.EPOCH);
    var landed = (Outcome.Landed) connector.send(session, ask);
    return new BigInteger(landed.output().path("balance_wei").asText());
  }

  private void automine(boolean on) {
    node.ask(session, "evm_setAutomine", Json.mapper().<JsonNode>valueToTree(on));
  }

  private void rpc(String method, String... parameters) {
    var nodes = new JsonNode[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      nodes[i] = TextNode.valueOf(parameters[i]);
    }
    node.ask(session, method, nodes);
  }
}
