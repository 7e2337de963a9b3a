package io.ganglion.connector.solana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
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
import io.ganglion.kernel.Base58;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
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

  private final byte[] key = Keys.fresh();
  private final String to = Keys.address(Keys.fresh());
  private final LoopbackEgress egress = new LoopbackEgress();
  private final Node node = new Node(egress, Clock.systemUTC(), Duration.ofSeconds(5));
  private final SolanaConnector connector =
      new SolanaConnector(node, new Waiting(Duration.ofMillis(20), Duration.ofMillis(500)));
  private final Credentials credentials =
      new Credentials(Json.object().put("private_key", Base58.write(key)));
  private Session session = new Session(PEER.url(), "", credentials, Origin.TENANT);

  @BeforeEach
  void fund() {
    rpc("airdrop", TextNode.valueOf(Keys.address(key)), IntNode.valueOf(SOL));
    var known = (Connector.Whoami.Known) connector.whoami(session);
    session = new Session(session.baseUrl(), known.principal(), credentials, Origin.TENANT);
  }

  @AfterEach
  void close() {
    egress.close();
  }

  @Test
  void a_transfer_sent_three_times_arrives_once() {
    var act = prepared(5_000_000);
    var first = (Outcome.Landed) connector.send(session, act);
    assertThat(first.output().path("status").asText()).isEqualTo("success");
    assertThat(connector.send(session, act)).isEqualTo(first);
    assertThat(connector.send(session, act)).isEqualTo(first);
    assertThat(balance(to)).isEqualTo(5_000_000);
    assertThat(balance(Keys.address(key))).isEqualTo(SOL - 5_000_000 - 5_000);
    assertThat(connector.lookUp(session, act)).isEqualTo(new Finding.Found(first));
  }

  @Test
  void a_transfer_that_was_never_sent_is_absent_once_its_blockhash_is_over() {
    var act = prepared(5_000_000);
    assertThat(connector.lookUp(session, act)).isInstanceOf(Finding.Inconclusive.class);
    rpc("pass", IntNode.valueOf(150 + 33));
    assertThat(connector.lookUp(session, act)).isInstanceOf(Finding.Absent.class);
    assertThat(connector.send(session, act))
        .isInstanceOfSatisfying(
            Outcome.NotLanded.class, missed -> assertThat(missed.retryable()).isFalse());
    assertThat(balance(to)).isZero();
  }

  @Test
  void a_transfer_to_oneself_costs_its_fee() {
    var own = Keys.address(key);
    var act = prepared(act(own, 1_000_000));
    assertThat(connector.send(session, act)).isInstanceOf(Outcome.Landed.class);
    assertThat(balance(own)).isEqualTo(SOL - 5_000);
  }

  @Test
  void what_the_runtime_would_fail_is_refused_in_prepare() {
    assertThat(connector.prepare(session, act(to, 1)))
        .isInstanceOfSatisfying(
            Preparation.Refused.class,
            refused -> assertThat(refused.reason()).contains("InsufficientFundsForRent"));
    assertThat(connector.prepare(session, act(to, 2L * SOL)))
        .isInstanceOfSatisfying(
            Preparation.Refused.class, refused -> assertThat(refused.status()).isEqualTo(402));
  }

  private Act prepared(long lamports) {
    return prepared(act(to, lamports));
  }

  private Act prepared(Act act) {
    var ready = connector.prepare(session, act);
    assertThat(ready).isInstanceOf(Preparation.Ready.class);
    var handle = ((Preparation.Ready) ready).handle();
    return new Act(act.action(), act.effect(), act.arguments(), handle, act.firstDispatched());
  }

  private Act act(String address, long lamports) {
    var action = Objects.requireNonNull(connector.manifest().actions().get("transfer"));
    var arguments = Json.object().put("to", address).put("lamports", Long.toString(lamports));
    return new Act(action, EffectId.next(), arguments, NullNode.getInstance(), Instant.EPOCH);
  }

  private long balance(String address) {
    var action = Objects.requireNonNull(connector.manifest().actions().get("balance"));
    var ask =
        new Act(
            action,
            EffectId.next(),
            Json.object().put("address", address),
            NullNode.getInstance(),
            Instant.EPOCH);
    var landed = (Outcome.Landed) connector.send(session, ask);
    return Long.parseLong(landed.output().path("lamports").asText());
  }

  private void rpc(String method, JsonNode... parameters) {
    assertThat(node.ask(session, method, parameters)).isInstanceOf(Node.Reply.Result.class);
  }
}
