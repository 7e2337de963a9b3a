package io.ganglion.lab.binance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import java.math.BigDecimal;

/** What an account owns. */
final class Balances {
  private static final String FREE = "free";
  private static final String LOCKED = "locked";

  private Balances() {}

  static Reply account(Scene scene, Request request) {
    var body =
        Json.object()
            .put("uid", Long.parseLong(scene.account()))
            .put("canTrade", true)
            .put("canWithdraw", false)
            .put("canDeposit", false)
            .put("accountType", "SPOT")
            .put("updateTime", scene.now().toEpochMilli());
    var list = body.putArray("balances");
    scene
        .state()
        .path("balances")
        .properties()
        .forEach(
            entry ->
                list.addObject()
                    .put("asset", entry.getKey())
                    .put(FREE, Amounts.text(amount(scene, entry.getKey(), FREE)))
                    .put(LOCKED, Amounts.text(amount(scene, entry.getKey(), LOCKED))));
    body.putArray("permissions").add("SPOT");
    return Reply.ok(body);
  }

  static BigDecimal free(Scene scene, String asset) {
    return amount(scene, asset, FREE);
  }

  /** Adds to what is free; a negative amount takes away. */
  static void add(Scene scene, String asset, BigDecimal amount) {
    change(scene, asset, FREE, amount);
  }

  /** Sets aside for an open order; a negative amount gives back. */
  static void lock(Scene scene, String asset, BigDecimal amount) {
    change(scene, asset, FREE, amount.negate());
    change(scene, asset, LOCKED, amount);
  }

  private static void change(Scene scene, String asset, String part, BigDecimal by) {
    var after = amount(scene, asset, part).add(by);
    if (after.signum() < 0) {
      throw new IllegalStateException("%s %s would be %s".formatted(part, asset, after));
    }
    balance(scene, asset).put(part, after.toPlainString());
  }

  private static BigDecimal amount(Scene scene, String asset, String part) {
    return new BigDecimal(balance(scene, asset).path(part).asText("0"));
  }

  private static ObjectNode balance(Scene scene, String asset) {
    return scene.state().withObjectProperty("balances").withObjectProperty(asset);
  }
}
