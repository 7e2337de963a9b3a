package io.ganglion.connector.solana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.Rehearsal;
import io.ganglion.connector.Waiting;
import io.ganglion.kernel.Base58;
import io.ganglion.kernel.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a chain and its nodes may say of a transfer that nobody answered for. */
@Tag("connectors")
class InclusionTest {
  private static final byte[] KEY = Keys.fresh();
  private static final String GENESIS = Keys.address(Keys.fresh());
  private static final String SIGNATURE = Base58.write(new byte[64]);
  private static final JsonNode HANDLE =
      Json.object()
          .put("raw", "AA==")
          .put("signature", SIGNATURE)
          .put("last_valid_block_height", 1_150);
  private static final JsonNode TRANSFER =
      Json.object().put("to", Keys.address(Keys.fresh())).put("lamports", "5");

  private JsonNode status = NullNode.getInstance();
  private long height = 1_000;
  private long searchedTo = 2_000;
  private long balance = 1_000_000;
  private JsonNode simulated = NullNode.getInstance();
  private Reply sent = result(TextNode.valueOf(SIGNATURE));
  private final List<String> asked = new ArrayList<>();
  private final Rehearsal solana =
      new Rehearsal(
          (egress, clock) ->
              new SolanaConnector(
                  new Node(egress, clock, Duration.ofMillis(700)),
                  new Waiting(Duration.ofMillis(1), Duration.ofMillis(50))),
          Json.object().put("private_key", Base58.write(KEY)),
          GENESIS + ":" + Keys.address(KEY),
          this::on);

  @AfterEach
  void close() {
    solana.close();
  }

  @Test
  void not_found_proves_nothing_while_the_blockhash_lives() {
    height = 1_150;
    assertThat(solana.lookUp("transfer", TRANSFER, HANDLE))
        .isInstanceOf(Finding.Inconclusive.class);
  }

  @Test
  void not_found_proves_it_once_the_blockhash_is_over_for_good() {
    height = 1_151;
    assertThat(solana.lookUp("transfer", TRANSFER, HANDLE)).isInstanceOf(Finding.Absent.class);
    assertThat(asked).containsExactly("getEpochInfo finalized", "getSignatureStatuses true");
  }

  @Test
  void not_found_by_a_node_that_is_behind_proves_nothing() {
    height = 1_151;
    searchedTo = 1_999;
    assertThat(solana.lookUp("transfer", TRANSFER, HANDLE))
        .isInstanceOf(Finding.Inconclusive.class);
  }

  @Test
  void found_counts_from_the_commitment_that_was_asked_for() {
    height = 1_151;
    status = status("processed", NullNode.getInstance());
    assertThat(solana.lookUp("transfer", TRANSFER, HANDLE))
        .isInstanceOf(Finding.Inconclusive.class);
    status = status("confirmed", NullNode.getInstance());
    assertThat(solana.lookUp("transfer", TRANSFER, HANDLE)).isInstanceOf(Finding.Found.class);
    var firm = Json.object().put("to", "x").put("lamports", "5").put("commitment", "finalized");
    assertThat(solana.lookUp("transfer", firm, HANDLE)).isInstanceOf(Finding.Inconclusive.class);
    status = status("finalized", NullNode.getInstance());
    assertThat(solana.lookUp("transfer", firm, HANDLE)).isInstanceOf(Finding.Found.class);
  }

  @Test
  void a_failed_transaction_has_landed_and_says_so() {
    status = status("finalized", Json.object().put("InstructionError", "x"));
    assertThat(solana.lookUp("transfer", TRANSFER, HANDLE))
        .isInstanceOfSatisfying(
            Finding.Found.class,
            found ->
                assertThat(found.landed().output().path("status").asText()).isEqualTo("failed"));
  }

  @Test
  void a_blockhash_the_node_does_not_know_may_come_and_one_that_is_over_never_does() {
    sent = refused("BlockhashNotFound");
    assertThat(solana.send("transfer", TRANSFER, HANDLE))
        .isInstanceOfSatisfying(
            Outcome.NotLanded.class, missed -> assertThat(missed.retryable()).isTrue());
    height = 1_151;
    assertThat(solana.send("transfer", TRANSFER, HANDLE))
        .isInstanceOfSatisfying(
            Outcome.NotLanded.class,
            missed -> {
              assertThat(missed.retryable()).isFalse();
              assertThat(missed.reason()).contains("too long before");
            });
  }

  @Test
  void a_refusal_of_what_is_there_already_is_no_refusal() {
    sent = refused("BlockhashNotFound");
    status = status("finalized", NullNode.getInstance());
    height = 1_151;
    assertThat(solana.send("transfer", TRANSFER, HANDLE)).isInstanceOf(Outcome.Landed.class);
    sent = refused("AlreadyProcessed");
    assertThat(solana.send("transfer", TRANSFER, HANDLE)).isInstanceOf(Outcome.Landed.class);
  }

  @Test
  void what_is_sent_and_not_confirmed_in_time_is_unknown() {
    assertThat(solana.send("transfer", TRANSFER, HANDLE)).isInstanceOf(Outcome.Unknown.class);
    status = status("processed", NullNode.getInstance());
    assertThat(solana.send("transfer", TRANSFER, HANDLE)).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void what_the_chain_would_fail_or_the_address_cannot_pay_is_not_sent() {
    assertThat(solana.prepare("transfer", TRANSFER)).isInstanceOf(Preparation.Ready.class);
    simulated = Json.object().put("InsufficientFundsForRent", 1);
    assertThat(solana.prepare("transfer", TRANSFER))
        .isInstanceOfSatisfying(
            Preparation.Refused.class,
            refused -> assertThat(refused.reason()).contains("InsufficientFundsForRent"));
    balance = 5_004;
    assertThat(solana.prepare("transfer", TRANSFER))
        .isInstanceOfSatisfying(
            Preparation.Refused.class, refused -> assertThat(refused.status()).isEqualTo(402));
    assertThat(asked).noneMatch(method -> method.startsWith("sendTransaction"));
  }

  @Test
  void a_key_whose_halves_do_not_belong_together_signs_nothing() {
    var torn = KEY.clone();
    torn[63] ^= 1;
    var one =
        new Rehearsal(
            (egress, clock) ->
                new SolanaConnector(
                    new Node(egress, clock, Duration.ofSeconds(1)),
                    new Waiting(Duration.ofMillis(1), Duration.ofMillis(1))),
            Json.object().put("private_key", Base58.write(torn)),
            "",
            this::on);
    try (one) {
      assertThat(one.prepare("transfer", TRANSFER)).isInstanceOf(Preparation.Refused.class);
    }
  }

  @Test
  void a_key_file_of_numbers_is_the_same_key() {
    var numbers = Json.mapper().createArrayNode();
    for (var b : KEY) {
      numbers.add(b & 0xff);
    }
    var credentials =
        new io.ganglion.connector.Credentials(Json.object().put("private_key", numbers.toString()));
    assertThat(Wallet.open(credentials)).map(Wallet::addressText).contains(Keys.address(KEY));
  }

  private Reply on(Request request) {
    var body = Json.read(request.body());
    var method = body.path("method").asText();
    var how = body.at("/params/1");
    asked.add(
        method
            + body.at("/params/0/commitment").asText("").replaceFirst("^(.)", " $1")
            + how.path("searchTransactionHistory").asText("").replaceFirst("^(.)", " $1"));
    return switch (method) {
      case "getGenesisHash" -> result(TextNode.valueOf(GENESIS));
      case "getLatestBlockhash" ->
          value(
              Json.object()
                  .put("blockhash", Base58.write(new byte[32]))
                  .put("lastValidBlockHeight", 1_150));
      case "getFeeForMessage" -> value(Json.mapper().getNodeFactory().numberNode(5_000));
      case "getBalance" -> value(Json.mapper().getNodeFactory().numberNode(balance));
      case "simulateTransaction" -> value(Json.object().set("err", simulated));
      case "getEpochInfo" ->
          result(Json.object().put("absoluteSlot", 2_000).put("blockHeight", height));
      case "getSignatureStatuses" -> value(Json.mapper().createArrayNode().add(status));
      case "sendTransaction" -> sent;
      default -> Reply.json(400, "{}");
    };
  }

  private static JsonNode status(String level, JsonNode error) {
    return Json.object().put("slot", 990).put("confirmationStatus", level).set("err", error);
  }

  private Reply value(JsonNode value) {
    var result = Json.object();
    result.putObject("context").put("slot", searchedTo);
    return result(result.set("value", value));
  }

  private static Reply result(JsonNode value) {
    return Reply.json(200, Json.object().put("jsonrpc", "2.0").put("id", 1).set("result", value));
  }

  private static Reply refused(String name) {
    var reply = Json.object().put("jsonrpc", "2.0").put("id", 1);
    reply
        .putObject("error")
        .put("code", -32002)
        .put("message", "Transaction simulation failed")
        .putObject("data")
        .put("err", name);
    return Reply.json(200, reply);
  }
}
