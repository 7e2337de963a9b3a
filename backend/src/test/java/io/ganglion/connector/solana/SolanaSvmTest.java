package io.ganglion.connector.solana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
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
import io.ganglion.kernel.Base58;
import io.ganglion.kernel.Json;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Against the real runtime of Solana. */
@Tag("connectors")
@Tag("long")
class SolanaSvmTest {
  @RegisterExtension static final RealPeer PEER = new RealPeer("svm");

  private static final int SOL = 1_000_000_000;
  private static final Waiting WAITING = new Waiting(Duration.ofMillis(20), Duration.ofMillis(500));

  private final byte[] key = Keys.fresh();
  private final String to = Keys.address(Keys.fresh());
  private final AtPeer svm =
      new AtPeer(
          PEER,
          egress -> new SolanaConnector(node(egress), WAITING),
          Json.object().put("private_key", Base58.write(key)),
          "");
  private final Node node = node(svm.egress());

  private static Node node(Egress egress) {
    return new Node(egress, Clock.systemUTC(), Duration.ofSeconds(5));
  }

  @BeforeEach
  void fund() {
    rpc("airdrop", TextNode.valueOf(Keys.address(key)), IntNode.valueOf(SOL));
    svm.signIn();
  }

  @AfterEach
  void close() {
    svm.close();
  }

  @Test
  void a_transfer_sent_three_times_arrives_once() {
    var act = prepared(5_000_000);
    var first = svm.landed(act);
    assertThat(first.output().path("status").asText()).isEqualTo("success");
    assertThat(svm.send(act)).isEqualTo(first);
    assertThat(svm.send(act)).isEqualTo(first);
    assertThat(balance(to)).isEqualTo(5_000_000);
    assertThat(balance(Keys.address(key))).isEqualTo(SOL - 5_000_000 - 5_000);
    assertThat(svm.lookUp(act)).isEqualTo(new Finding.Found(first));
  }

  @Test
  void a_transfer_that_was_never_sent_is_absent_once_its_blockhash_is_over() {
    var act = prepared(5_000_000);
    assertThat(svm.lookUp(act)).isInstanceOf(Finding.Inconclusive.class);
    rpc("pass", IntNode.valueOf(150 + 33));
    assertThat(svm.lookUp(act)).isInstanceOf(Finding.Absent.class);
    assertThat(svm.send(act))
        .isInstanceOfSatisfying(
            Outcome.NotLanded.class, missed -> assertThat(missed.retryable()).isFalse());
    assertThat(balance(to)).isZero();
  }

  @Test
  void a_transfer_to_oneself_costs_its_fee() {
    var own = Keys.address(key);
    var act = svm.prepared("transfer", transfer(own, 1_000_000));
    assertThat(svm.send(act)).isInstanceOf(Outcome.Landed.class);
    assertThat(balance(own)).isEqualTo(SOL - 5_000);
  }

  @Test
  void what_the_runtime_would_fail_is_refused_in_prepare() {
    assertThat(svm.prepare(act(to, 1)))
        .isInstanceOfSatisfying(
            Preparation.Refused.class,
            refused -> assertThat(refused.reason()).contains("InsufficientFundsForRent"));
    assertThat(svm.prepare(act(to, 2L * SOL)))
        .isInstanceOfSatisfying(
            Preparation.Refused.class, refused -> assertThat(refused.status()).isEqualTo(402));
  }

  private Act prepared(long lamports) {
    return svm.prepared("transfer", transfer(to, lamports));
  }

  private Act act(String address, long lamports) {
    return svm.act("transfer", transfer(address, lamports));
  }

  private static ObjectNode transfer(String address, long lamports) {
    return Json.object().put("to", address).put("lamports", Long.toString(lamports));
  }

  private long balance(String address) {
    var balance = svm.output("balance", Json.object().put("address", address));
    return Long.parseLong(balance.path("lamports").asText());
  }

  private void rpc(String method, JsonNode... parameters) {
    assertThat(node.ask(svm.session(), method, parameters)).isInstanceOf(Node.Reply.Result.class);
  }
}
