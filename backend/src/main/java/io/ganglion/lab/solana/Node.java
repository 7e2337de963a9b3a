package io.ganglion.lab.solana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ganglion.kernel.Base58;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Scene;
import java.sql.SQLException;

/** Answers JSON-RPC methods. */
final class Node {
  private static final int MAX_STATUSES = 256;

  private Node() {}

  static JsonNode answer(Scene scene, Rpc rpc) throws SQLException, Rpc.Declined {
    return switch (rpc.method()) {
      case "getHealth" -> TextNode.valueOf("ok");
      case "getGenesisHash" -> TextNode.valueOf(Slots.genesis(scene));
      case "getSlot", "getBlockHeight" -> LongNode.valueOf(slot(scene, commitment(rpc, 0)));
      case "getEpochInfo" -> epoch(scene, commitment(rpc, 0));
      case "getLatestBlockhash" -> blockhash(scene);
      case "getFeeForMessage" -> value(scene, LongNode.valueOf(Bank.FEE));
      case "getBalance" -> value(scene, LongNode.valueOf(Bank.balance(scene, address(rpc))));
      case "getTokenAccountsByOwner" -> {
        address(rpc);
        yield value(scene, Json.mapper().createArrayNode()); // there are no tokens here
      }
      case "simulateTransaction" -> simulate(scene, rpc);
      case "sendTransaction" ->
          TextNode.valueOf(Bank.take(scene, SignedTransfer.read(rpc.text(0))));
      case "getSignatureStatuses" -> statuses(scene, rpc);
      case "getTransaction" -> transaction(scene, rpc);
      default -> throw new Rpc.Declined(Rpc.NO_METHOD, "Method not found", "");
    };
  }

  private static String commitment(Rpc rpc, int i) {
    return rpc.parameters().path(i).path("commitment").asText("finalized");
  }

  /** The newest slot of a commitment. */
  private static long slot(Scene scene, String commitment) throws SQLException {
    long head = Slots.lock(scene).at(scene.now());
    return switch (commitment) {
      case "processed" -> head;
      case "confirmed" -> head - 1;
      default -> head - Slots.FINAL_AFTER;
    };
  }

  private static JsonNode epoch(Scene scene, String commitment) throws SQLException {
    long slot = slot(scene, commitment);
    return Json.object()
        .put("absoluteSlot", slot)
        .put("blockHeight", slot)
        .put("epoch", 0)
        .put("slotIndex", slot)
        .put("slotsInEpoch", 432_000)
        .put("transactionCount", slot);
  }

  private static JsonNode blockhash(Scene scene) throws SQLException {
    var slots = Slots.lock(scene);
    return value(
        scene,
        Json.object()
            .put("blockhash", slots.blockhash(scene))
            .put("lastValidBlockHeight", slots.at(scene.now()) + Slots.BLOCKHASH_LIFE));
  }

  private static JsonNode simulate(Scene scene, Rpc rpc) throws SQLException, Rpc.Declined {
    var outcome = Json.object().putNull("err");
    outcome.putArray("logs");
    outcome.put("unitsConsumed", 150);
    try {
      Bank.check(scene, SignedTransfer.read(rpc.text(0)));
    } catch (Rpc.Declined e) {
      var said = rpc.declined(e).body().at("/error/data/err");
      if (!said.isTextual()) {
        throw e; // it isn't a transaction at all
      }
      outcome.set("err", said);
    }
    return value(scene, outcome);
  }

  private static JsonNode statuses(Scene scene, Rpc rpc) throws SQLException, Rpc.Declined {
    var wanted = rpc.parameters().path(0);
    if (!wanted.isArray() || wanted.size() > MAX_STATUSES) {
      throw new Rpc.Declined(Rpc.INVALID_PARAMETERS, "Invalid params: too many signatures", "");
    }
    var slots = Slots.lock(scene);
    var list = Json.mapper().createArrayNode();
    for (var signature : wanted) {
      var found = Bank.landed(scene, signature.asText());
      if (found.isEmpty()) {
        list.addNull();
      } else {
        long slot = found.get().path("slot").asLong();
        var level = slots.commitment(slot, scene.now());
        var status = list.addObject().put("slot", slot);
        if (level.equals("finalized")) {
          status.putNull("confirmations");
        } else {
          status.put("confirmations", slots.at(scene.now()) - slot);
        }
        status.putNull("err").put("confirmationStatus", level);
      }
    }
    return value(scene, list);
  }

  private static JsonNode transaction(Scene scene, Rpc rpc) throws SQLException, Rpc.Declined {
    var signature = rpc.text(0);
    var found = Bank.landed(scene, signature);
    if (found.isEmpty()) {
      return NullNode.getInstance();
    }
    long slot = found.get().path("slot").asLong();
    var shown =
        Json.object()
            .put("slot", slot)
            .put("blockTime", Slots.lock(scene).time(slot).getEpochSecond());
    shown.putObject("meta").putNull("err").put("fee", Bank.FEE);
    var transaction = shown.putObject("transaction");
    transaction.putArray("signatures").add(signature);
    transaction
        .putObject("message")
        .put("recentBlockhash", found.get().path("blockhash").asText())
        .putArray("accountKeys")
        .add(found.get().path("from").asText())
        .add(found.get().path("to").asText())
        .add("1".repeat(32));
    return shown;
  }

  private static String address(Rpc rpc) throws Rpc.Declined {
    var address = rpc.text(0);
    if (Base58.read(address, 32).isEmpty()) {
      throw new Rpc.Declined(Rpc.INVALID_PARAMETERS, "Invalid param: WrongSize", "");
    }
    return address;
  }

  private static ObjectNode value(Scene scene, JsonNode value) throws SQLException {
    var result = Json.object();
    result
        .putObject("context")
        .put("apiVersion", "2.0.0")
        .put("slot", Slots.lock(scene).at(scene.now()));
    return result.set("value", value);
  }
}
