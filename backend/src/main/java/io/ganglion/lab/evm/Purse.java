package io.ganglion.lab.evm;

import io.ganglion.kernel.Json;
import io.ganglion.lab.Scene;
import java.math.BigInteger;
import java.sql.SQLException;

/**
 * An address on the chain.
 *
 * @param balance in wei
 * @param nonce number of its transactions that were mined
 * @param funded whether it was given a new account's money
 */
record Purse(String address, BigInteger balance, long nonce, boolean funded) {
  /** 100 ether. */
  static final BigInteger GRANT = BigInteger.TEN.pow(20);

  private static final String KIND = "address";

  static Purse of(Scene scene, String address) throws SQLException {
    return scene
        .objects(Chain.OWNER)
        .find(KIND, address)
        .map(
            thing ->
                new Purse(
                    address,
                    new BigInteger(thing.body().path("balance").asText()),
                    thing.body().path("nonce").asLong(),
                    thing.body().path("funded").asBoolean()))
        .orElseGet(() -> new Purse(address, BigInteger.ZERO, 0, false));
  }

  /** Gives an account of the laboratory its first money, once. */
  static void fund(Scene scene, String address) throws SQLException {
    var purse = of(scene, address);
    if (!purse.funded()) {
      new Purse(address, purse.balance().add(GRANT), purse.nonce(), true).store(scene);
    }
  }

  Purse plus(BigInteger wei) {
    return new Purse(address, balance.add(wei), nonce, funded);
  }

  Purse nextNonce() {
    return new Purse(address, balance, nonce + 1, funded);
  }

  void store(Scene scene) throws SQLException {
    if (balance.signum() < 0) {
      throw new IllegalStateException("%s would have %s wei".formatted(address, balance));
    }
    var body =
        Json.object().put("balance", balance.toString()).put("nonce", nonce).put("funded", funded);
    var objects = scene.objects(Chain.OWNER);
    objects.lock(KIND, address, body);
    objects.change(KIND, address, body);
  }
}
