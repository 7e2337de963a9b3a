package io.ganglion.connector.evm;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.Session;
import io.ganglion.kernel.Json;
import java.math.BigInteger;

/**
 * Prepares transactions: simulated, priced, numbered and signed, so that the hash is known before
 * the first byte. One run at a time holds the address, so nobody else takes the nonce.
 */
final class Transfers {
  private static final BigInteger PLAIN_TRANSFER_GAS = BigInteger.valueOf(21_000);

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
    var from = wallet.address();
    var chainId = chain.id();
    if (!session.principal().equals(chainId + ":" + from)) {
      return new Preparation.Refused(
          409, "the node serves chain %s, not the connection's".formatted(chainId), false);
    }
    var arguments = act.arguments();
    var to = arguments.path("to").asText();
    var data = arguments.path("data").asText("0x");
    var value = new BigInteger(arguments.path("value_wei").asText());
    var call =
        Json.object()
            .put("from", from)
            .put("to", to)
            .put("value", Quantity.write(value))
            .put("data", data);
    chain.simulate(call);
    var gas = withReserve(chain.estimateGas(call));
    var fees = chain.fees();
    var needed = value.add(gas.multiply(fees.cap()));
    var balance = chain.balance(from);
    if (balance.compareTo(needed) < 0) {
      return new Preparation.Refused(
          402,
          "the address has %s wei; value and fee may need %s".formatted(balance, needed),
          true);
    }
    var nonce = chain.count(from, "pending");
    var signed =
        wallet.sign(
            new Wallet.Transfer(chainId.longValueExact(), nonce, gas, to, value, data, fees));
    return new Preparation.Ready(handle(signed, nonce, from, chainId));
  }

  /** A contract's state may change until inclusion; a plain transfer always costs the same. */
  private static BigInteger withReserve(BigInteger estimate) {
    return estimate.equals(PLAIN_TRANSFER_GAS)
        ? estimate
        : estimate.multiply(BigInteger.valueOf(6)).divide(BigInteger.valueOf(5));
  }

  private static JsonNode handle(
      Wallet.Signed signed, BigInteger nonce, String from, BigInteger chainId) {
    return Json.object()
        .put("raw", signed.raw())
        .put("hash", signed.hash())
        .put("nonce", nonce.toString())
        .put("from", from)
        .put("chain_id", chainId.toString());
  }
}
