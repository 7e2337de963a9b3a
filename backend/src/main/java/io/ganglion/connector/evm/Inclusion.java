package io.ganglion.connector.evm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Outcome;
import io.ganglion.kernel.Json;
import java.math.BigInteger;
import java.util.Optional;

/** Whether a signed transaction is on the chain, deep enough. */
final class Inclusion {
  private Inclusion() {}

  /**
   * What became of it; empty while it is not confirmed.
   *
   * @throws Chain.NoAnswer if the node could not be asked
   */
  static Optional<Outcome.Landed> confirmed(Chain chain, Act act) throws Chain.NoAnswer {
    var receipt = chain.receipt(act.handle().path("hash").asText());
    var block = Quantity.read(receipt.path("blockNumber"));
    if (block.isEmpty()) {
      return Optional.empty();
    }
    var confirmations = act.arguments().path("confirmations").asLong(1);
    var deepest = block.get().add(BigInteger.valueOf(confirmations - 1));
    return chain.blockNumber().compareTo(deepest) >= 0
        ? Optional.of(landed(receipt, block.get()))
        : Optional.empty();
  }

  /** Not there is proven only by another transaction that was mined under the same nonce. */
  static Finding find(Chain chain, Act act) {
    try {
      var confirmed = confirmed(chain, act);
      if (confirmed.isPresent()) {
        return new Finding.Found(confirmed.get());
      }
      if (chain.knows(act.handle().path("hash").asText())) {
        return new Finding.Inconclusive("the transaction waits for its confirmations");
      }
      var nonce = new BigInteger(act.handle().path("nonce").asText());
      var mined = chain.count(act.handle().path("from").asText(), "latest");
      return mined.compareTo(nonce) > 0
          ? new Finding.Absent()
          : new Finding.Inconclusive("the node does not know the transaction; it may still come");
    } catch (Chain.NoAnswer e) {
      return new Finding.Inconclusive("the node could not be asked");
    }
  }

  /** A reverted transaction has landed too: it is on the chain, has its nonce and paid its fee. */
  private static Outcome.Landed landed(JsonNode receipt, BigInteger block) {
    var output = shown(receipt, block);
    return new Outcome.Landed(output, output.path("hash").asText(), Optional.empty());
  }

  /** A receipt in our words. */
  static ObjectNode shown(JsonNode receipt, BigInteger block) {
    var gas = Quantity.read(receipt.path("gasUsed")).orElse(BigInteger.ZERO);
    var price = Quantity.read(receipt.path("effectiveGasPrice")).orElse(BigInteger.ZERO);
    var succeeded = receipt.path("status").asText().equals("0x1");
    return Json.object()
        .put("hash", receipt.path("transactionHash").asText())
        .put("status", succeeded ? "success" : "reverted")
        .put("block_number", block.toString())
        .put("gas_used", gas.toString())
        .put("fee_wei", gas.multiply(price).toString());
  }
}
