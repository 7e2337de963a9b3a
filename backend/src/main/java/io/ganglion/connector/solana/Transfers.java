package io.ganglion.connector.solana;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.Session;
import io.ganglion.kernel.Base58;
import io.ganglion.kernel.Json;
import java.math.BigInteger;
import java.util.Base64;

/**
 * Prepares transfers: signed and simulated, so that the signature is known before the first byte.
 */
final class Transfers {
  /** Of one signature, where the node doesn't say. */
  private static final long USUAL_FEE = 5_000;

  private Transfers() {}

  static Preparation prepare(Chain chain, Wallet wallet, Session session, Act act) {
    try {
      return prepared(chain, wallet, session, act);
    } catch (Chain.NoAnswer e) {
      return switch (e.outcome()) {
        case Outcome.NotLanded n -> new Preparation.Refused(n.status(), n.reason(), n.retryable());
        case Outcome.Unknown u -> new Preparation.Refused(u.status(), u.reason(), true);
        case Outcome.Landed l -> throw new IllegalStateException("a failure can't land", e);
      };
    }
  }

  private static Preparation prepared(Chain chain, Wallet wallet, Session session, Act act)
      throws Chain.NoAnswer {
    var from = wallet.addressText();
    var genesis = chain.genesis();
    if (!session.principal().equals(genesis + ":" + from)) {
      return new Preparation.Refused(
          409, "the node serves the chain %s, not the connection's".formatted(genesis), false);
    }
    var to = Base58.read(act.arguments().path("to").asText(), Chain.HASH_BYTES);
    var amount = new BigInteger(act.arguments().path("lamports").asText());
    if (to.isEmpty() || amount.bitLength() > 63) {
      return new Preparation.Refused(
          400, to.isEmpty() ? "to is no address" : "there are not that many lamports", false);
    }
    var blockhash = chain.latestBlockhash();
    var message =
        TransferMessage.write(
            wallet.address(), to.get(), amount.longValueExact(), blockhash.hash());
    var signature = wallet.sign(message);
    var raw = Base64.getEncoder().encodeToString(TransferMessage.signed(signature, message));
    var fee = chain.fee(Base64.getEncoder().encodeToString(message)).orElse(USUAL_FEE);
    var needed = amount.add(BigInteger.valueOf(fee));
    var balance = chain.balance(from);
    if (BigInteger.valueOf(balance).compareTo(needed) < 0) {
      return new Preparation.Refused(
          402,
          "the address has %d lamports; amount and fee need %s".formatted(balance, needed),
          true);
    }
    var failure = chain.simulate(raw);
    if (!failure.isNull()) {
      return new Preparation.Refused(400, "the chain would fail it: " + brief(failure), false);
    }
    return new Preparation.Ready(
        Json.object()
            .put("raw", raw)
            .put("signature", Base58.write(signature))
            .put("last_valid_block_height", blockhash.lastValid())
            .put("from", from)
            .put("genesis", genesis));
  }

  private static String brief(JsonNode failure) {
    var text = failure.toString();
    return text.length() > 200 ? text.substring(0, 200) : text;
  }
}
