package io.ganglion.lab.evm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Scene;
import java.sql.SQLException;

/** Blocks as a node shows them. A block has one transaction or none. */
final class Blocks {
  private static final long GAS_LIMIT = 30_000_000;
  private static final int MAX_HISTORY = 1_024;

  private Blocks() {}

  static JsonNode byNumber(Scene scene, Rpc rpc) throws SQLException, Rpc.Declined {
    var chain = Chain.lock(scene);
    long head = chain.head(scene.now());
    long number = number(rpc.text(0), head);
    if (number > head) {
      return NullNode.getInstance();
    }
    var tx =
        scene.objects(Chain.OWNER).listWith(Pool.TX, "block", Long.toString(number), 1).stream()
            .map(thing -> Tx.of(thing.body()))
            .findFirst();
    var block =
        Json.object()
            .put("number", Hex.write(number))
            .put("hash", hash(scene, number))
            .put("parentHash", hash(scene, number - 1))
            .put("timestamp", Hex.write(chain.time(number).getEpochSecond()))
            .put("baseFeePerGas", Hex.write(Tx.BASE_FEE))
            .put("gasLimit", Hex.write(GAS_LIMIT))
            .put("gasUsed", Hex.write(tx.map(Tx::gasUsed).orElse(0L)))
            .put("miner", "0x" + "0".repeat(40));
    var list = block.putArray("transactions");
    if (tx.isPresent() && rpc.parameters().path(1).asBoolean()) {
      list.add(shown(scene, tx.get()));
    } else {
      tx.ifPresent(mined -> list.add(mined.hash()));
    }
    return block;
  }

  /** The base fee never moves, so the history is a row of equal numbers. */
  static JsonNode fees(Scene scene, Rpc rpc) throws SQLException, Rpc.Declined {
    long head = Chain.lock(scene).head(scene.now());
    var asked = rpc.parameters().path(0);
    long count = asked.isTextual() ? Hex.read(asked.asText()).longValue() : asked.asLong(1);
    long blocks = Math.clamp(count, 1, Math.min(head, MAX_HISTORY));
    var history = Json.object().put("oldestBlock", Hex.write(head - blocks + 1));
    var base = history.putArray("baseFeePerGas");
    var used = history.putArray("gasUsedRatio");
    var reward = history.putArray("reward");
    for (long i = 0; i < blocks; i++) {
      base.add(Hex.write(Tx.BASE_FEE));
      used.add(0.5);
      var percentiles = reward.addArray();
      rpc.parameters().path(2).forEach(any -> percentiles.add(Hex.write(Tx.BASE_FEE)));
    }
    base.add(Hex.write(Tx.BASE_FEE)); // one more: the block to come
    return history;
  }

  static ObjectNode shown(Scene scene, Tx tx) {
    var shown =
        Json.object()
            .put("hash", tx.hash())
            .put("type", "0x2")
            .put("chainId", Hex.write(Chain.ID))
            .put("nonce", Hex.write(tx.nonce()))
            .put("from", tx.from())
            .put("to", tx.to())
            .put("value", Hex.write(tx.value()))
            .put("input", tx.data())
            .put("gas", Hex.write(tx.gas()))
            .put("maxPriorityFeePerGas", Hex.write(tx.tip()))
            .put("maxFeePerGas", Hex.write(tx.cap()))
            .put("gasPrice", Hex.write(tx.price()));
    if (!tx.mined()) {
      return shown.putNull("blockHash").putNull("blockNumber").putNull("transactionIndex");
    }
    return shown
        .put("blockHash", hash(scene, tx.block()))
        .put("blockNumber", Hex.write(tx.block()))
        .put("transactionIndex", "0x0");
  }

  static String hash(Scene scene, long number) {
    return "0x" + Json.sha256(scene.tenant() + "|" + number);
  }

  private static long number(String name, long head) throws Rpc.Declined {
    return switch (name) {
      case "latest", "pending", "safe", "finalized" -> head;
      case "earliest" -> 0;
      default -> Hex.read(name).longValue();
    };
  }
}
