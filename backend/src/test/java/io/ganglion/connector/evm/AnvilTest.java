package io.ganglion.connector.evm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.AtPeer;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.RealPeer;
import io.ganglion.connector.Waiting;
import io.ganglion.egress.Egress;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
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

  private static final String RICH =
      "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
  private static final Waiting WAITING = new Waiting(Duration.ofMillis(20), Duration.ofMillis(500));

  private final String to = "0x" + Json.sha256(EffectId.next().toString()).substring(0, 40);
  private final AtPeer chain =
      new AtPeer(
          PEER,
          egress -> new EvmConnector(node(egress), WAITING),
          Json.object().put("private_key", RICH),
          "");
  private final Node node = node(chain.egress());

  private static Node node(Egress egress) {
    return new Node(egress, Clock.systemUTC(), Duration.ofSeconds(5));
  }

  @BeforeEach
  void mineAtOnce() {
    automine(true);
    rpc("evm_mine");
    chain.signIn();
  }

  @AfterEach
  void close() {
    automine(true);
    rpc("evm_mine");
    chain.close();
  }

  @Test
  void a_transfer_sent_three_times_arrives_once() {
    var act = prepared();
    var first = chain.landed(act);
    assertThat(chain.send(act)).isEqualTo(first);
    assertThat(chain.send(act)).isEqualTo(first);
    assertThat(received()).isEqualTo(BigInteger.valueOf(7));
    assertThat(chain.lookUp(act)).isEqualTo(new Finding.Found(first));
  }

  @Test
  void a_waiting_transfer_is_unknown_and_lands_with_the_next_block() {
    automine(false);
    var act = prepared();
    assertThat(chain.send(act)).isInstanceOf(Outcome.Unknown.class);
    assertThat(chain.send(act)).isInstanceOf(Outcome.Unknown.class);
    assertThat(chain.lookUp(act)).isInstanceOf(Finding.Inconclusive.class);
    rpc("evm_mine");
    assertThat(chain.lookUp(act)).isInstanceOf(Finding.Found.class);
    assertThat(received()).isEqualTo(BigInteger.valueOf(7));
  }

  @Test
  void a_dropped_transfer_is_not_taken_for_absent_and_its_bytes_still_land() {
    automine(false);
    var act = prepared();
    chain.send(act);
    rpc("anvil_dropTransaction", act.handle().path("hash").asText());
    assertThat(chain.lookUp(act)).isInstanceOf(Finding.Inconclusive.class);
    automine(true);
    assertThat(chain.send(act)).isInstanceOf(Outcome.Landed.class);
    assertThat(received()).isEqualTo(BigInteger.valueOf(7));
  }

  @Test
  void a_transfer_whose_nonce_another_one_took_is_absent() {
    var act = prepared();
    assertThat(chain.send(prepared(new BigInteger("9")))).isInstanceOf(Outcome.Landed.class);
    assertThat(chain.send(act)).isInstanceOf(Outcome.Unknown.class);
    assertThat(chain.lookUp(act)).isInstanceOf(Finding.Absent.class);
  }

  @Test
  void a_replacement_that_pays_too_little_proves_that_it_did_not_land() {
    automine(false);
    var first = prepared();
    var second = prepared(new BigInteger("9"));
    chain.send(first);
    assertThat(chain.send(second)).isInstanceOf(Outcome.NotLanded.class);
  }

  @Test
  void more_than_the_address_has_is_refused_before_it_is_signed() {
    var act = chain.act("sendTransaction", transfer(new BigInteger("9".repeat(40))));
    assertThat(chain.prepare(act)).isInstanceOf(Preparation.Refused.class);
  }

  private Act prepared() {
    return prepared(BigInteger.valueOf(7));
  }

  private Act prepared(BigInteger wei) {
    return chain.prepared("sendTransaction", transfer(wei));
  }

  private ObjectNode transfer(BigInteger wei) {
    return Json.object().put("to", to).put("value_wei", wei.toString());
  }

  private BigInteger received() {
    var balance = chain.output("balance", Json.object().put("address", to));
    return new BigInteger(balance.path("balance_wei").asText());
  }

  private void automine(boolean on) {
    node.ask(chain.session(), "evm_setAutomine", Json.mapper().<JsonNode>valueToTree(on));
  }

  private void rpc(String method, String... parameters) {
    var nodes = new JsonNode[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      nodes[i] = TextNode.valueOf(parameters[i]);
    }
    node.ask(chain.session(), method, nodes);
  }
}
