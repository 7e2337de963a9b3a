package io.ganglion.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ganglion.kernel.Base58;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.testing.Patience;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class SolanaSimulatorTest {
  private static final long MILLI_SOL = 1_000_000;
  private static final String FRIEND = Base58.write(Arrays.copyOf(new byte[] {1, 2, 3}, 32));

  @Inject LabBench lab;
  private TenantId tenant;
  private Visitor solana;

  @BeforeEach
  void open_an_account() {
    tenant = lab.tenant();
    solana = lab.visitor(tenant, Platform.SOLANA);
  }

  @Test
  void a_transfer_lands_and_moves_amount_and_fee() {
    var before = balance(address());
    var raw = raw(MILLI_SOL, blockhash());
    var signature = send(raw).path("result").asText();
    assertThat(signature).isEqualTo(Base58.write(Arrays.copyOfRange(bytes(raw), 1, 65)));
    assertThat(balance(FRIEND)).isEqualTo(MILLI_SOL);
    assertThat(balance(address())).isEqualTo(before - MILLI_SOL - 5_000);
    assertThat(lab.entries(tenant))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.kind()).isEqualTo("tx.landed");
              assertThat(entry.reference()).isEqualTo(signature);
            });
    Patience.await("confirmed")
        .until(() -> status(signature).path("confirmationStatus").asText(), "confirmed"::equals);
    assertThat(ask("getTransaction", TextNode.valueOf(signature)).at("/result/meta/fee").asLong())
        .isEqualTo(5_000);
  }

  @Test
  void the_same_bytes_land_once() {
    var raw = raw(MILLI_SOL, blockhash());
    lab.next(tenant, Platform.SOLANA, "sendTransaction", "", FaultKind.STATUS_500_AFTER);
    assertThat(send(raw).at("/error/code").asInt()).isEqualTo(-32603);
    assertThat(send(raw).at("/error/data/err").asText()).isEqualTo("AlreadyProcessed");
    assertThat(lab.happened(tenant)).containsExactly("tx.landed");
  }

  @Test
  void a_transaction_that_waits_is_not_in_the_history_and_may_be_sent_again() {
    lab.faults()
        .program(
            tenant,
            Fault.Program.next(Platform.SOLANA, "sendTransaction", "", FaultKind.MINING_DELAY, 1)
                .delayed(Duration.ofSeconds(2)));
    var raw = raw(MILLI_SOL, blockhash());
    var signature = send(raw).path("result").asText();
    assertThat(status(signature).isNull()).isTrue();
    assertThat(send(raw).path("result").asText()).isEqualTo(signature);
    Patience.await("landed").until(() -> status(signature).isObject(), landed -> landed);
    assertThat(lab.happened(tenant)).containsExactly("tx.pending", "tx.landed");
    assertThat(balance(FRIEND)).isEqualTo(MILLI_SOL);
  }

  @Test
  void a_transaction_that_comes_after_its_blockhash_is_over_is_dropped() {
    lab.faults()
        .program(
            tenant,
            Fault.Program.next(Platform.SOLANA, "sendTransaction", "", FaultKind.MINING_DELAY, 1)
                .delayed(Duration.ofMinutes(2)));
    var signature = send(raw(MILLI_SOL, blockhash())).path("result").asText();
    assertThat(status(signature).isNull()).isTrue();
    assertThat(lab.happened(tenant)).containsExactly("tx.pending");
    assertThat(balance(FRIEND)).isZero();
  }

  @Test
  void what_the_runtime_would_refuse_is_refused_before_it_is_taken() {
    var unknown = Base58.write(Arrays.copyOf(new byte[] {9}, 32));
    assertThat(send(raw(MILLI_SOL, unknown)).at("/error/data/err").asText())
        .isEqualTo("BlockhashNotFound");
    assertThat(send(raw(200_000_000_000L, blockhash())).at("/error/message").asText())
        .contains("custom program error: 0x1");
    assertThat(send(raw(1, blockhash())).at("/error/data/err").asText())
        .isEqualTo("InsufficientFundsForRent");
    var torn = bytes(raw(MILLI_SOL, blockhash()));
    torn[10] ^= 1;
    assertThat(send(Base64.getEncoder().encodeToString(torn)).at("/error/code").asInt())
        .isEqualTo(-32003);
    assertThat(send("AAAA").at("/error/code").asInt()).isEqualTo(-32602);
    assertThat(lab.happened(tenant)).isEmpty();
  }

  @Test
  void simulating_says_the_same_and_moves_nothing() {
    var how = Json.object().put("encoding", "base64");
    var good = ask("simulateTransaction", TextNode.valueOf(raw(MILLI_SOL, blockhash())), how);
    assertThat(good.at("/result/value/err").isNull()).isTrue();
    var poor = ask("simulateTransaction", TextNode.valueOf(raw(1, blockhash())), how);
    assertThat(poor.at("/result/value/err").asText()).isEqualTo("InsufficientFundsForRent");
    assertThat(lab.happened(tenant)).isEmpty();
  }

  private String address() {
    return solana.account().account();
  }

  private String blockhash() {
    return ask("getLatestBlockhash").at("/result/value/blockhash").asText();
  }

  private long balance(String address) {
    return ask("getBalance", TextNode.valueOf(address)).at("/result/value").asLong();
  }

  private JsonNode status(String signature) {
    var how = Json.object().put("searchTransactionHistory", true);
    return ask("getSignatureStatuses", Json.mapper().createArrayNode().add(signature), how)
        .at("/result/value/0");
  }

  private JsonNode send(String raw) {
    return ask("sendTransaction", TextNode.valueOf(raw), Json.object().put("encoding", "base64"));
  }

  private JsonNode ask(String method, JsonNode... parameters) {
    var request = Json.object().put("jsonrpc", "2.0").put("id", 1).put("method", method);
    request.putArray("params").addAll(Arrays.asList(parameters));
    return solana.post("", request).body();
  }

  /** A transfer to the friend, written and signed here. */
  private String raw(long lamports, String blockhash) {
    var key = Base58.read(solana.credential("private_key"), 64).orElseThrow();
    var message = new ByteArrayOutputStream();
    message.writeBytes(new byte[] {1, 0, 1, 3});
    message.writeBytes(Arrays.copyOfRange(key, 32, 64));
    message.writeBytes(Base58.read(FRIEND, 32).orElseThrow());
    message.writeBytes(new byte[32]);
    message.writeBytes(Base58.read(blockhash, 32).orElseThrow());
    message.writeBytes(new byte[] {1, 2, 2, 0, 1, 12, 2, 0, 0, 0});
    message.writeBytes(
        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(lamports).array());
    var transaction = new ByteArrayOutputStream();
    transaction.write(1);
    transaction.writeBytes(sign(Arrays.copyOf(key, 32), message.toByteArray()));
    transaction.writeBytes(message.toByteArray());
    return Base64.getEncoder().encodeToString(transaction.toByteArray());
  }

  private static byte[] sign(byte[] seed, byte[] message) {
    try {
      var hex = "302e020100300506032b657004220420" + HexFormat.of().formatHex(seed);
      var key =
          KeyFactory.getInstance("Ed25519")
              .generatePrivate(new PKCS8EncodedKeySpec(HexFormat.of().parseHex(hex)));
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String raw) {
    return Base64.getDecoder().decode(raw);
  }
}
