package io.ganglion.connector.evm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.connector.Rehearsal;
import io.ganglion.connector.Waiting;
import io.ganglion.kernel.Json;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a node answers to reads, as the JSON-RPC specification has it. */
@Tag("connectors")
class EvmReadsTest {
  private static final String MINED = "0x" + "a".repeat(64);
  private static final String WAITING = "0x" + "b".repeat(64);
  private static final String OWN = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";
  private static final String TOKEN = "0x" + "7".repeat(40);

  private final Rehearsal chain =
      new Rehearsal(
          (egress, clock) ->
              new EvmConnector(
                  new Node(egress, clock, Duration.ofMillis(700)),
                  new Waiting(Duration.ofMillis(1), Duration.ofMillis(50))),
          Json.object().put("private_key", "0x" + "1".repeat(64)),
          "31337:" + OWN,
          EvmReadsTest::on);

  @AfterEach
  void close() {
    chain.close();
  }

  private static Reply on(Request request) {
    var asked = Json.read(request.body());
    var of = asked.at("/params/0");
    var result =
        switch (asked.path("method").asText()) {
          case "eth_getTransactionReceipt" -> of.asText().equals(MINED) ? receipt() : "null";
          case "eth_getTransactionByHash" -> of.asText().equals(WAITING) ? waiting() : "null";
          case "eth_call" ->
              of.path("to").asText().equals(TOKEN) ? "\"0x%064x\"".formatted(1_000_000) : "\"0x\"";
          default -> throw new AssertionError(asked);
        };
    return Reply.json(200, "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":%s}".formatted(result));
  }

  private static String receipt() {
    return """
    {"transactionHash": "%s", "blockNumber": "0x10", "status": "0x0", "gasUsed": "0x5208", "effectiveGasPrice": "0x2"}"""
        .formatted(MINED);
  }

  private static String waiting() {
    return """
    {"hash": "%s", "from": "%s", "to": "%s", "value": "0xde0b6b3a7640000", "nonce": "0x3", "blockNumber": null}"""
        .formatted(WAITING, OWN, TOKEN);
  }

  private JsonNode output(String action, JsonNode arguments) {
    return ((Outcome.Landed) chain.send(action, arguments)).output();
  }

  @Test
  void a_receipt_says_whether_it_is_mined_and_what_it_cost() {
    var mined = output("receipt", Json.object().put("hash", MINED));
    assertThat(mined.path("mined").asBoolean()).isTrue();
    assertThat(mined.path("status").asText()).isEqualTo("reverted");
    assertThat(mined.path("fee_wei").asText()).isEqualTo("42000");
    var none = output("receipt", Json.object().put("hash", WAITING));
    assertThat(none.path("mined").asBoolean()).isFalse();
    assertThat(none.path("hash").asText()).isEqualTo(WAITING);
  }

  @Test
  void a_transaction_that_waits_has_no_block() {
    var waiting = output("transaction", Json.object().put("hash", WAITING));
    assertThat(waiting.path("value_wei").asText()).isEqualTo("1000000000000000000");
    assertThat(waiting.has("block_number")).isFalse();
    assertThat(output("transaction", Json.object().put("hash", MINED)).path("known").asBoolean())
        .isFalse();
  }

  @Test
  void a_tokens_balance_is_asked_of_its_contract() {
    var balance = output("tokenBalance", Json.object().put("token", TOKEN));
    assertThat(balance.path("amount").asText()).isEqualTo("1000000");
    assertThat(balance.path("address").asText()).isEqualTo(OWN);
    var data = Json.read(chain.platform().journal().getFirst().body()).at("/params/0/data");
    assertThat(data.asText()).isEqualTo("0x70a08231" + "0".repeat(24) + OWN.substring(2));
  }

  @Test
  void where_there_is_no_contract_there_is_no_balance() {
    var nobody = Json.object().put("token", "0x" + "8".repeat(40));
    assertThat(chain.send("tokenBalance", nobody))
        .isInstanceOfSatisfying(
            Outcome.NotLanded.class, missed -> assertThat(missed.status()).isEqualTo(404));
  }
}
