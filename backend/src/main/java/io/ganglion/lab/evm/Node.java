package io.ganglion.lab.evm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Objects.Thing;
import io.ganglion.lab.Scene;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.Optional;

/** Answers JSON-RPC methods. */
final class Node {
  /** One gwei. */
  private static final BigInteger TIP = BigInteger.valueOf(1_000_000_000);

  private Node() {}

  static JsonNode answer(Scene scene, Rpc rpc) throws SQLException, Rpc.Declined {
    return switch (rpc.method()) {
      case "eth_chainId" -> text(Hex.write(Chain.ID));
      case "net_version" -> text(Long.toString(Chain.ID));
      case "web3_clientVersion" -> text("GanglionLaboratory/1");
      case "eth_blockNumber" -> text(Hex.write(Chain.lock(scene).head(scene.now())));
      case "eth_gasPrice" -> text(Hex.write(Tx.BASE_FEE.add(TIP)));
      case "eth_maxPriorityFeePerGas" -> text(Hex.write(TIP));
      case "eth_feeHistory" -> Blocks.fees(scene, rpc);
      case "eth_getBlockByNumber" -> Blocks.byNumber(scene, rpc);
      case "eth_getBalance" -> text(Hex.write(purse(scene, rpc).balance()));
      case "eth_getTransactionCount" -> text(Hex.write(count(scene, rpc)));
      case "eth_getCode" -> text("0x");
      case "eth_call" -> call(scene, rpc);
      case "eth_estimateGas" -> estimate(scene, rpc);
      case "eth_sendRawTransaction" -> send(scene, rpc);
      case "eth_getTransactionReceipt" -> receipt(scene, rpc);
      case "eth_getTransactionByHash" -> transaction(scene, rpc);
      default ->
          throw new Rpc.Declined(
              Rpc.NO_METHOD,
              "the method %s does not exist/is not available".formatted(rpc.method()));
    };
  }

  private static Purse purse(Scene scene, Rpc rpc) throws SQLException, Rpc.Declined {
    return Purse.of(scene, Hex.address(rpc.text(0)));
  }

  private static long count(Scene scene, Rpc rpc) throws SQLException, Rpc.Declined {
    var purse = purse(scene, rpc);
    return rpc.parameters().path(1).asText("latest").equals("pending")
        ? Pool.nextNonce(scene, purse.address())
        : purse.nonce();
  }

  /** No address has code, so a call gives nothing; what can't be paid or reverts is refused. */
  private static JsonNode call(Scene scene, Rpc rpc) throws SQLException, Rpc.Declined {
    simulate(scene, rpc);
    return text("0x");
  }

  private static JsonNode estimate(Scene scene, Rpc rpc) throws SQLException, Rpc.Declined {
    simulate(scene, rpc);
    return text(Hex.write(Tx.gasFor(data(rpc))));
  }

  private static void simulate(Scene scene, Rpc rpc) throws SQLException, Rpc.Declined {
    var message = rpc.parameters().path(0);
    if (Hex.address(message.path("to").asText("")).equals(Tx.REVERTING)) {
      throw new Rpc.Declined(3, "execution reverted");
    }
    if (message.hasNonNull("from")) {
      var purse = Purse.of(scene, Hex.address(message.path("from").asText()));
      Pool.afford(purse, Hex.read(message.path("value").asText("0x0")));
    }
  }

  private static String data(Rpc rpc) throws Rpc.Declined {
    var message = rpc.parameters().path(0);
    return Hex.data(message.path("data").asText(message.path("input").asText("0x")));
  }

  private static JsonNode send(Scene scene, Rpc rpc) throws SQLException, Rpc.Declined {
    var tx = SignedTx.read(rpc.text(0), scene.now().plus(scene.miningDelay()));
    return text(Pool.take(scene, tx));
  }

  private static Optional<Tx> find(Scene scene, Rpc rpc) throws SQLException, Rpc.Declined {
    return scene
        .objects(Chain.OWNER)
        .find(Pool.TX, Hex.data(rpc.text(0)))
        .filter(Thing::visible)
        .map(thing -> Tx.of(thing.body()));
  }

  private static JsonNode receipt(Scene scene, Rpc rpc) throws SQLException, Rpc.Declined {
    var found = find(scene, rpc).filter(Tx::mined);
    if (found.isEmpty()) {
      return NullNode.getInstance();
    }
    var tx = found.get();
    var receipt =
        Json.object()
            .put("transactionHash", tx.hash())
            .put("transactionIndex", "0x0")
            .put("blockHash", Blocks.hash(scene, tx.block()))
            .put("blockNumber", Hex.write(tx.block()))
            .put("from", tx.from())
            .put("to", tx.to())
            .put("cumulativeGasUsed", Hex.write(tx.gasUsed()))
            .put("gasUsed", Hex.write(tx.gasUsed()))
            .put("effectiveGasPrice", Hex.write(tx.price()))
            .putNull("contractAddress")
            .put("logsBloom", "0x" + "0".repeat(512))
            .put("type", "0x2")
            .put("status", tx.reverted() ? "0x0" : "0x1");
    receipt.putArray("logs");
    return receipt;
  }

  private static JsonNode transaction(Scene scene, Rpc rpc) throws SQLException, Rpc.Declined {
    var found = find(scene, rpc);
    if (found.isEmpty()) {
      return NullNode.getInstance();
    }
    return Blocks.shown(scene, found.get());
  }

  private static TextNode text(String value) {
    return TextNode.valueOf(value);
  }
}
