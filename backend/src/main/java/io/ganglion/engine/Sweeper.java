package io.ganglion.engine;

import io.ganglion.bus.BusConfig;
import io.ganglion.bus.Sweeping;
import io.ganglion.db.EngineTx;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Takes old events away, a bounded number a transaction; any number of workers may do it. */
final class Sweeper {
  static final Duration PERIOD = Duration.ofMinutes(1);

  /** So many tenants are looked at in one transaction. */
  private static final int TENANTS = 200;

  private final EngineTx tx;
  private final BusConfig config;

  Sweeper(EngineTx tx, BusConfig config) {
    this.tx = tx;
    this.config = config;
  }

  void sweep() throws SQLException {
    var all = tx.call(List.of(), Sweeping::tenants);
    for (int i = 0; i < all.size(); i += TENANTS) {
      var some = all.subList(i, Math.min(i + TENANTS, all.size()));
      int gone;
      do {
        gone =
            tx.call(
                some,
                connection -> Sweeping.sweep(connection, some, config.kept(), config.sweep()));
      } while (gone == config.sweep());
    }
  }
}
