package io.ganglion.connector.solana;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Outcome;
import io.ganglion.kernel.Json;
import java.util.List;
import java.util.Optional;

/** What the chain tells anyone. */
final class Reads {
  /** The token program, and the one that came after it. */
  private static final List<String> TOKEN_PROGRAMS =
      List.of(
          "TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA",
          "TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb");

  private Reads() {}

  static Outcome balance(Chain chain, String address) throws Chain.NoAnswer {
    return landed(
        Json.object()
            .put("address", address)
            .put("lamports", Long.toString(chain.balance(address))));
  }

  static Outcome tokens(Chain chain, String address) throws Chain.NoAnswer {
    var output = Json.object().put("address", address);
    var tokens = output.putArray("tokens");
    for (var program : TOKEN_PROGRAMS) {
      for (var account : chain.tokens(address, program)) {
        var info = account.at("/account/data/parsed/info");
        tokens
            .addObject()
            .put("mint", info.path("mint").asText())
            .put("account", account.path("pubkey").asText())
            .put("amount", info.at("/tokenAmount/amount").asText())
            .put("decimals", info.at("/tokenAmount/decimals").asInt());
      }
    }
    return landed(output);
  }

  static Outcome status(Chain chain, String signature) throws Chain.NoAnswer {
    var status = chain.status(signature).known();
    var output = Json.object().put("signature", signature).put("known", status.isPresent());
    status.ifPresent(
        known ->
            output
                .put("status", Inclusion.succeeded(known) ? "success" : "failed")
                .put("slot", known.path("slot").asText())
                .put("commitment", known.path("confirmationStatus").asText("processed")));
    return landed(output);
  }

  static Outcome transaction(Chain chain, String signature) throws Chain.NoAnswer {
    var found = chain.transaction(signature);
    var output = Json.object().put("signature", signature).put("known", found.isObject());
    if (found.isObject()) {
      output
          .put("status", found.at("/meta/err").isNull() ? "success" : "failed")
          .put("slot", found.path("slot").asText())
          .put("block_time", found.path("blockTime").asLong())
          .put("fee_lamports", found.at("/meta/fee").asText());
      var accounts = output.putArray("accounts");
      found.at("/transaction/message/accountKeys").forEach(key -> accounts.add(key.asText()));
    }
    return landed(output);
  }

  static Outcome latestSlot(Chain chain) throws Chain.NoAnswer {
    var head = chain.head(Chain.CONFIRMED);
    return landed(
        Json.object()
            .put("slot", Long.toString(head.slot()))
            .put("block_height", Long.toString(head.blockHeight())));
  }

  private static Outcome landed(JsonNode output) {
    return new Outcome.Landed(output, "", Optional.empty());
  }
}
