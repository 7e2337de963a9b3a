package io.ganglion.connector.evm;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Session;
import io.ganglion.kernel.Json;
import java.math.BigInteger;
import java.util.Optional;

/** What the chain tells anyone. */
final class Reads {
  /** The first bytes of the hash of {@code balanceOf(address)}, ERC-20. */
  private static final String BALANCE_OF = "0x70a08231";

  private static final int WORD_DIGITS = 64;

  private Reads() {}

  static Outcome balance(Chain chain, Session session, Act act) throws Chain.NoAnswer {
    var address = address(session, act);
    return landed(
        Json.object()
            .put("address", address)
            .put("balance_wei", chain.balance(address).toString()));
  }

  static Outcome blockNumber(Chain chain) throws Chain.NoAnswer {
    return landed(Json.object().put("block_number", chain.blockNumber().toString()));
  }

  static Outcome receipt(Chain chain, Act act) throws Chain.NoAnswer {
    var hash = act.arguments().path("hash").asText();
    var receipt = chain.receipt(hash);
    var block = Quantity.read(receipt.path("blockNumber"));
    return landed(
        block
            .<JsonNode>map(
                number -> Json.object().put("mined", true).setAll(Inclusion.shown(receipt, number)))
            .orElseGet(() -> Json.object().put("hash", hash).put("mined", false)));
  }

  static Outcome transaction(Chain chain, Act act) throws Chain.NoAnswer {
    var hash = act.arguments().path("hash").asText();
    var found = chain.transaction(hash);
    var output = Json.object().put("hash", hash).put("known", found.isObject());
    if (found.isObject()) {
      output
          .put("from", found.path("from").asText())
          .put("to", found.path("to").asText())
          .put("value_wei", number(found.path("value")))
          .put("nonce", number(found.path("nonce")));
      Quantity.read(found.path("blockNumber"))
          .ifPresent(block -> output.put("block_number", block.toString()));
    }
    return landed(output);
  }

  /** A contract that isn't there answers nothing, which is no balance of zero. */
  static Outcome tokens(Chain chain, Session session, Act act) throws Chain.NoAnswer {
    var token = act.arguments().path("token").asText();
    var address = address(session, act);
    var digits = address.substring(2);
    var data = BALANCE_OF + "0".repeat(WORD_DIGITS - digits.length()) + digits;
    var answer = chain.call(Json.object().put("to", token).put("data", data));
    return Quantity.read(answer)
        .<Outcome>map(
            amount ->
                landed(
                    Json.object()
                        .put("token", token)
                        .put("address", address)
                        .put("amount", amount.toString())))
        .orElseGet(
            () ->
                new Outcome.NotLanded(
                    404, "there is no such token on this chain", Optional.empty(), false));
  }

  private static String address(Session session, Act act) {
    var own = session.principal().substring(session.principal().indexOf(':') + 1);
    return act.arguments().path("address").asText(own);
  }

  private static String number(JsonNode quantity) {
    return Quantity.read(quantity).orElse(BigInteger.ZERO).toString();
  }

  private static Outcome landed(JsonNode output) {
    return new Outcome.Landed(output, "", Optional.empty());
  }
}
