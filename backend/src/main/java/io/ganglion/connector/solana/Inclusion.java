package io.ganglion.connector.solana;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Outcome;
import io.ganglion.kernel.Json;
import java.net.URI;
import java.util.Optional;

/** Whether a signed transaction is on the chain, firmly enough. */
final class Inclusion {
  private Inclusion() {}

  /**
   * What became of it; empty while the chain may still forget it.
   *
   * @throws Chain.NoAnswer if the node could not be asked
   */
  static Optional<Outcome.Landed> confirmed(Chain chain, Act act) throws Chain.NoAnswer {
    return chain.status(signature(act)).known().flatMap(status -> landed(act, status));
  }

  /**
   * Not there is proven only by a node that has looked further than the last block in which it
   * could have been, all of that final. That block is asked for first: what lands afterwards would
   * be found.
   */
  static Finding find(Chain chain, Act act) {
    try {
      var head = chain.head(Chain.FINALIZED);
      var status = chain.status(signature(act));
      if (status.known().isPresent()) {
        return landed(act, status.known().get())
            .<Finding>map(Finding.Found::new)
            .orElseGet(() -> new Finding.Inconclusive("the transaction waits to be confirmed"));
      }
      var last = act.handle().path("last_valid_block_height").asLong();
      if (head.blockHeight() <= last) {
        return new Finding.Inconclusive(
            "not there; until block height %d it may still come".formatted(last));
      }
      return status.slot() >= head.slot()
          ? new Finding.Absent()
          : new Finding.Inconclusive("the node that was asked is behind");
    } catch (Chain.NoAnswer e) {
      return new Finding.Inconclusive("the node could not be asked");
    }
  }

  static boolean firm(JsonNode status, String wanted) {
    var level = status.path("confirmationStatus").asText("");
    return level.equals(Chain.FINALIZED)
        || (level.equals(Chain.CONFIRMED) && wanted.equals(Chain.CONFIRMED));
  }

  static boolean succeeded(JsonNode status) {
    return status.path("err").isNull();
  }

  private static String signature(Act act) {
    return act.handle().path("signature").asText();
  }

  /** A failed transaction has landed too: it is on the chain and paid its fee. */
  private static Optional<Outcome.Landed> landed(Act act, JsonNode status) {
    if (!firm(status, act.arguments().path("commitment").asText(Chain.CONFIRMED))) {
      return Optional.empty();
    }
    var signature = signature(act);
    var output =
        Json.object()
            .put("signature", signature)
            .put("status", succeeded(status) ? "success" : "failed")
            .put("slot", status.path("slot").asText())
            .put("commitment", status.path("confirmationStatus").asText());
    return Optional.of(
        new Outcome.Landed(
            output,
            signature,
            Optional.of(URI.create("https://explorer.solana.com/tx/" + signature))));
  }
}
