package io.ganglion.lab;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What an account owns: of each asset a free part and one that open orders set aside.
 *
 * @param balances by asset; a part of the account's state
 */
public record Wallet(ObjectNode balances) {
  private static final String FREE = "free";
  private static final String LOCKED = "locked";

  /** The wallet in an account's state. */
  public static Wallet of(Scene scene) {
    return new Wallet(scene.state().withObjectProperty("wallet"));
  }

  public BigDecimal free(String asset) {
    return amount(asset, FREE);
  }

  public BigDecimal all(String asset) {
    return amount(asset, FREE).add(amount(asset, LOCKED));
  }

  public List<String> assets() {
    return balances.properties().stream().map(Map.Entry::getKey).toList();
  }

  /** Adds to what is free; a negative amount takes away. */
  public void add(String asset, BigDecimal amount) {
    change(asset, FREE, amount);
  }

  /** Sets aside for an open order; a negative amount gives back. */
  public void lock(String asset, BigDecimal amount) {
    change(asset, FREE, amount.negate());
    change(asset, LOCKED, amount);
  }

  private void change(String asset, String part, BigDecimal by) {
    var after = amount(asset, part).add(by);
    if (after.signum() < 0) {
      throw new IllegalStateException("%s %s would be %s".formatted(part, asset, after));
    }
    balances.withObjectProperty(asset).put(part, after.toPlainString());
  }

  private BigDecimal amount(String asset, String part) {
    return new BigDecimal(balances.path(asset).path(part).asText("0"));
  }
}
