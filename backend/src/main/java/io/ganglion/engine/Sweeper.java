package io.ganglion.engine;

import io.ganglion.bus.BusConfig;
import io.ganglion.bus.Sweeping;
import io.ganglion.db.EngineTx;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Takes old events away, a bounded number a transaction, and opens the journal's months ahead of
 * time; any number of workers may do it.
 */
final class Sweeper {
  static final Duration PERIOD = Duration.ofMinutes(1);

  /** So many tenants are looked at in one transaction. */
  private static final int TENANTS = 200;

  private static final String OPEN = "SELECT ganglion_open_months(?)";

  /**
   * Months after this one that have their part of the journal: a worker may be down for as long.
   */
  static final int AHEAD = 3;

  private final EngineTx tx;
  private final BusConfig config;

  Sweeper(EngineTx tx, BusConfig config) {
    this.tx = tx;
    this.config = config;
  }

  void sweep() throws SQLException {
    tx.call(List.of(), Sweeper::open);
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

  private static int open(Connection connection) throws SQLException {
    try (var open = connection.prepareStatement(OPEN)) {
      open.setInt(1, AHEAD);
      try (var row = open.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
