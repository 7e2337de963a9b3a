package io.ganglion.connector.evm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.Rehearsal;
import io.ganglion.connector.Waiting;
import io.ganglion.kernel.Json;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("connectors")
class InclusionTest {
  private static final String KEY =
      "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
  private static final String RECEIPT =
      """
      {"transactionHash":"0xab","blockNumber":"0x10","status":"%s","gasUsed":"0x5208",\
      "effectiveGasPrice":"0x2"}""";
  private static final JsonNode HANDLE =
      Json.object().put("raw", "0x02").put("hash", "0xab").put("nonce", "4").put("from", "0xf3");

  /** What the node answers by method; {@code error:} in front makes it a refusal. */
  private final Map<String, String> node = new HashMap<>(Map.of("eth_blockNumber", "\"0x10\""));

  @Test
  void a_reverted_transaction_has_landed_as_reverted() {
    node.put("eth_sendRawTransaction", "\"0xab\"");
    node.put("eth_getTransactionReceipt", RECEIPT.formatted("0x0"));
    var landed = (Outcome.Landed) send(1);
    assertThat(landed.output().path("status").asText()).isEqualTo("reverted");
    assertThat(landed.output().path("fee_wei").asText()).isEqualTo("42000");
  }

  @Test
  void too_few_confirmations_stay_unknown_and_enough_land() {
    node.put("eth_sendRawTransaction", "\"0xab\"");
    node.put("eth_getTransactionReceipt", RECEIPT.formatted("0x1"));
    assertThat(send(3)).isInstanceOf(Outcome.Unknown.class);
    node.put("eth_blockNumber", "\"0x12\"");
    assertThat(send(3)).isInstanceOf(Outcome.Landed.class);
  }

  @Test
  void bytes_the_node_knows_already_are_waited_for() {
    for (var refusal : new String[] {"already known", "transaction already imported"}) {
      node.put("eth_sendRawTransaction", "error:" + refusal);
      node.put("eth_getTransactionReceipt", RECEIPT.formatted("0x1"));
      assertThat(send(1)).as(refusal).isInstanceOf(Outcome.Landed.class);
    }
  }

  @Test
  void a_transaction_that_is_not_mined_stays_unknown() {
    node.put("eth_sendRawTransaction", "\"0xab\"");
    assertThat(send(1)).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void a_refusal_of_bytes_nobody_knows_proves_that_nothing_landed() {
    node.put("eth_sendRawTransaction", "error:replacement transaction underpriced");
    assertThat(send(1))
        .isInstanceOfSatisfying(
            Outcome.NotLanded.class, n -> assertThat(n.reason()).contains("underpriced"));
  }

  @Test
  void a_nonce_that_is_used_up_proves_nothing_at_once_and_absence_by_look_up() {
    node.put("eth_sendRawTransaction", "error:nonce too low");
    node.put("eth_getTransactionCount", "\"0x5\"");
    assertThat(send(1)).isInstanceOf(Outcome.Unknown.class);
    assertThat(lookUp()).isInstanceOf(Finding.Absent.class);
  }

  @Test
  void a_transaction_the_node_never_saw_may_still_come() {
    node.put("eth_getTransactionCount", "\"0x4\"");
    assertThat(lookUp()).isInstanceOf(Finding.Inconclusive.class);
  }

  @Test
  void a_waiting_transaction_is_inconclusive() {
    node.put("eth_getTransactionByHash", "{\"hash\":\"0xab\"}");
    node.put("eth_getTransactionCount", "\"0x9\"");
    assertThat(lookUp()).isInstanceOf(Finding.Inconclusive.class);
  }

  @Test
  void what_would_revert_is_refused_before_it_is_signed() {
    node.put("eth_chainId", "\"0x7a69\"");
    node.put("eth_call", "error:execution reverted: no");
    assertThat(prepare())
        .isEqualTo(new Preparation.Refused(400, "the node: execution reverted: no", false));
  }

  @Test
  void a_balance_below_value_and_fee_is_refused() {
    prices();
    node.put("eth_getBalance", "\"0x1\"");
    assertThat(prepare())
        .isInstanceOfSatisfying(
            Preparation.Refused.class, refused -> assertThat(refused.status()).isEqualTo(402));
  }

  @Test
  void another_chain_than_the_connections_is_refused() {
    node.put("eth_chainId", "\"0x1\"");
    assertThat(prepare())
        .isInstanceOfSatisfying(
            Preparation.Refused.class, refused -> assertThat(refused.status()).isEqualTo(409));
  }

  @Test
  void the_handle_holds_the_hash_and_never_the_key() {
    prices();
    node.put("eth_getBalance", "\"0xffffffffffffffffff\"");
    node.put("eth_getTransactionCount", "\"0x4\"");
    assertThat(prepare())
        .isInstanceOfSatisfying(
            Preparation.Ready.class,
            ready -> {
              assertThat(ready.handle().path("hash").asText()).hasSize(66);
              assertThat(ready.handle().path("nonce").asText()).isEqualTo("4");
              assertThat(ready.handle().toString()).doesNotContain(KEY.substring(2));
            });
  }

  private void prices() {
    node.put("eth_chainId", "\"0x7a69\"");
    node.put("eth_call", "\"0x\"");
    node.put("eth_estimateGas", "\"0x5208\"");
    node.put("eth_getBlockByNumber", "{\"baseFeePerGas\":\"0x7\"}");
    node.put("eth_maxPriorityFeePerGas", "\"0x1\"");
  }

  private Outcome send(int confirmations) {
    try (var chain = chain()) {
      return chain.send("sendTransaction", transfer().put("confirmations", confirmations), HANDLE);
    }
  }

  private Finding lookUp() {
    try (var chain = chain()) {
      return chain.lookUp("sendTransaction", transfer(), HANDLE);
    }
  }

  private Preparation prepare() {
    try (var chain = chain()) {
      return chain.prepare("sendTransaction", transfer());
    }
  }

  private static com.fasterxml.jackson.databind.node.ObjectNode transfer() {
    return Json.object()
        .put("to", "0x70997970c51812dc3a010c7d01b50e0d17dc79c8")
        .put("value_wei", "5");
  }

  private Rehearsal chain() {
    return new Rehearsal(
        (egress, clock) ->
            new EvmConnector(
                new Node(egress, clock, Duration.ofSeconds(2)),
                new Waiting(Duration.ofMillis(1), Duration.ofMillis(40))),
        Json.object().put("private_key", KEY),
        "31337:0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266",
        request -> {
          var said = node.getOrDefault(Json.read(request.body()).path("method").asText(), "null");
          var reply = Json.object().put("jsonrpc", "2.0").put("id", 1);
          if (said.startsWith("error:")) {
            reply.putObject("error").put("code", -32000).put("message", said.substring(6));
          } else {
            reply.set("result", Json.read(said));
          }
          return Reply.json(200, reply);
        });
  }
}
