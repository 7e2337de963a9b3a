package io.ganglion.lab.binance;

import io.ganglion.lab.Scene;
import java.sql.SQLException;

/** Fills open orders whose limit the market has reached; looked at whenever the account calls. */
final class Matching {
  private static final int MAX_OPEN = 500;

  private Matching() {}

  static void run(Scene scene) throws SQLException {
    for (var thing : scene.objects().listWith(Orders.ORDER, "status", Order.NEW, MAX_OPEN)) {
      var order = Order.of(thing.body());
      if (order.marketable(order.market().price(scene.now()))) {
        Balances.lock(scene, order.lockedAsset(), order.lockedAmount().negate());
        // a resting order trades at its own limit
        var filled = order.filled(order.price());
        Orders.trade(scene, filled);
        Trades.made(scene, filled);
        scene.objects().change(Orders.ORDER, order.id(), filled.json());
        scene.journal("order.filled", filled.id(), filled.json());
      }
    }
  }
}
