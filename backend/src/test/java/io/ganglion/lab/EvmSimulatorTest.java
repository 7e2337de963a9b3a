package io.ganglion.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.testing.Patience;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Hash;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.utils.Numeric;

@QuarkusTest
@Tag("it")
class EvmSimulatorTest {
  private static final String FRIEND = "0x1111111111111111111111111111111111111111";
  private static final BigInteger MILLI_ETHER = BigInteger.TEN.pow(15);
  private static final BigInteger GWEI = BigInteger.TEN.pow(9);

  @Inject LabBench lab;
  private TenantId tenant;
  private Visitor evm;

  @BeforeEach
  void open_an_account() {
    tenant = lab.tenant();
    evm = lab.visitor(tenant, Platform.EVM);
  }

  @Test
  void a_transfer_is_mined_and_moves_value_and_fee() {
    var before = quantity("eth_getBalance", address(), "latest");
    var hash = send(raw(0, MILLI_ETHER, GWEI)).path("result").asText();

    var receipt = ask("eth_getTransactionReceipt", hash).path("result");
    assertThat(receipt.path("status").asText()).isEqualTo("0x1");
    assertThat(receipt.path("gasUsed").asText()).isEqualTo("0x5208");
    assertThat(quantity("eth_getBalance", FRIEND, "latest")).isEqualTo(MILLI_ETHER);
    var fee = BigInteger.valueOf(21_000).multiply(GWEI.multiply(BigInteger.TWO));
    assertThat(quantity("eth_getBalance", address(), "latest"))
        .isEqualTo(before.subtract(MILLI_ETHER).subtract(fee));
    assertThat(quantity("eth_getTransactionCount", address(), "latest")).isOne();
    assertThat(lab.entries(tenant))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.kind()).isEqualTo("tx.mined");
              assertThat(entry.reference()).isEqualTo(hash);
            });
  }

  @Test
  void the_hash_is_the_one_the_sender_could_compute() {
    var raw = raw(0, MILLI_ETHER, GWEI);
    var hash = Numeric.toHexString(Hash.sha3(Numeric.hexStringToByteArray(raw)));
    assertThat(send(raw).path("result").asText()).isEqualTo(hash);
  }

  @Test
  void the_same_bytes_are_mined_once() {
    var raw = raw(0, MILLI_ETHER, GWEI);
    lab.next(tenant, Platform.EVM, "eth_sendRawTransaction", "", FaultKind.STATUS_500_AFTER);
    assertThat(send(raw).at("/error/code").asInt()).isEqualTo(-32603);
    assertThat(message(send(raw))).startsWith("nonce too low");
    assertThat(lab.happened(tenant)).containsExactly("tx.mined");
  }

  @Test
  void a_pending_transaction_is_known_and_replaced_only_for_a_tenth_more() {
    lab.faults()
        .program(
            tenant,
            Fault.Program.next(
                    Platform.EVM, "eth_sendRawTransaction", "", FaultKind.MINING_DELAY, 4)
                .delayed(Duration.ofMinutes(5)));
    var first = raw(0, MILLI_ETHER, GWEI);
    var hash = send(first).path("result").asText();
    assertThat(ask("eth_getTransactionReceipt", hash).path("result").isNull()).isTrue();
    assertThat(ask("eth_getTransactionByHash", hash).at("/result/blockNumber").isNull()).isTrue();
    assertThat(quantity("eth_getTransactionCount", address(), "pending")).isOne();
    assertThat(quantity("eth_getTransactionCount", address(), "latest")).isZero();

    assertThat(message(send(first))).isEqualTo("already known");
    assertThat(message(send(raw(0, BigInteger.ONE, GWEI.add(BigInteger.ONE)))))
        .isEqualTo("replacement transaction underpriced");
    assertThat(send(raw(0, BigInteger.ONE, GWEI.multiply(BigInteger.TWO))).has("result")).isTrue();
    assertThat(lab.happened(tenant)).containsExactly("tx.pending", "tx.replaced", "tx.pending");
  }

  @Test
  void a_delayed_transaction_is_mined_when_somebody_asks_after_its_time() {
    lab.faults()
        .program(
            tenant,
            Fault.Program.next(
                    Platform.EVM, "eth_sendRawTransaction", "", FaultKind.MINING_DELAY, 1)
                .delayed(Duration.ofMillis(200)));
    var hash = send(raw(0, MILLI_ETHER, GWEI)).path("result").asText();
    Patience.await().until(() -> ask("eth_getTransactionReceipt", hash).path("result").isObject());
    assertThat(lab.happened(tenant)).containsExactly("tx.pending", "tx.mined");
  }

  @Test
  void a_later_nonce_waits_for_the_earlier_one() {
    send(raw(1, MILLI_ETHER, GWEI));
    assertThat(quantity("eth_getBalance", FRIEND, "latest")).isZero();
    send(raw(0, MILLI_ETHER, GWEI));
    assertThat(quantity("eth_getBalance", FRIEND, "latest"))
        .isEqualTo(MILLI_ETHER.multiply(BigInteger.TWO));
    assertThat(lab.happened(tenant)).containsExactly("tx.pending", "tx.mined", "tx.mined");
  }

  @Test
  void what_can_t_be_paid_reverts_or_is_forged_is_refused() {
    assertThat(message(send(raw(0, BigInteger.TEN.pow(20), GWEI))))
        .startsWith("insufficient funds");
    assertThat(message(send("0x02c0"))).startsWith("rlp");
    var stranger = lab.visitor(lab.tenant(), Platform.EVM);
    var foreign = sign(stranger.credential("private_key"), 0, MILLI_ETHER, GWEI, FRIEND);
    assertThat(message(send(foreign))).startsWith("insufficient funds");
    var call =
        Json.object()
            .put("from", address())
            .put("to", "0x00000000000000000000000000000000baadf00d");
    assertThat(message(ask("eth_call", call, "latest"))).isEqualTo("execution reverted");
    assertThat(lab.happened(tenant)).isEmpty();
  }

  @Test
  void blocks_come_by_themselves_and_show_fees() {
    var start = quantity("eth_blockNumber");
    Patience.await().until(() -> quantity("eth_blockNumber").compareTo(start) > 0);
    var block = ask("eth_getBlockByNumber", "latest", false).path("result");
    assertThat(block.path("baseFeePerGas").asText()).isEqualTo("0x3b9aca00");
    assertThat(quantity("eth_chainId").intValue()).isEqualTo(31_337);
    assertThat(ask("eth_feeHistory", "0x1", "latest").at("/result/baseFeePerGas")).hasSize(2);
    assertThat(ask("eth_nothing").at("/error/code").asInt()).isEqualTo(-32601);
  }

  private String address() {
    return evm.account().account();
  }

  private String raw(long nonce, BigInteger value, BigInteger tip) {
    return sign(evm.credential("private_key"), nonce, value, tip, FRIEND);
  }

  private static String sign(String key, long nonce, BigInteger value, BigInteger tip, String to) {
    var unsigned =
        RawTransaction.createTransaction(
            31_337,
            BigInteger.valueOf(nonce),
            BigInteger.valueOf(21_000),
            to,
            value,
            "",
            tip,
            GWEI.multiply(BigInteger.TWO).add(tip));
    return Numeric.toHexString(TransactionEncoder.signMessage(unsigned, Credentials.create(key)));
  }

  private JsonNode send(String raw) {
    return ask("eth_sendRawTransaction", raw);
  }

  private BigInteger quantity(String method, Object... parameters) {
    return Numeric.toBigInt(ask(method, parameters).path("result").asText());
  }

  private JsonNode ask(String method, Object... parameters) {
    var request = Json.object().put("jsonrpc", "2.0").put("id", 7).put("method", method);
    var list = request.putArray("params");
    for (var parameter : parameters) {
      list.add(Json.mapper().<JsonNode>valueToTree(parameter));
    }
    var answer = evm.post("", request).body();
    assertThat(answer.path("id").asInt()).isEqualTo(7);
    return answer;
  }

  private static String message(JsonNode answer) {
    return answer.at("/error/message").asText();
  }
}
