package io.ganglion.retention;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jboss.logging.Logger;

/** Months of the journal whose runs are forgotten, dropped or written anew with what is left. */
@ApplicationScoped
class Months {
  private static final Logger LOG = Logger.getLogger(Months.class);
  private static final String STALE = "SELECT ganglion_stale_parts()";
  private static final String WRITE = "SELECT ganglion_write_anew(?, ?)";

  /** In this order: with the last of them the month counts as written. */
  private static final List<String> TABLES = List.of("timer", "state_read", "consumption", "step");

  private final TenantTx tx;
  private final RetentionConfig config;

  Months(TenantTx tx, RetentionConfig config) {
    this.tx = tx;
    this.config = config;
  }

  /** All that are worth it; what others are busy with is left for the next time. */
  void write() {
    for (var part : tx.call(TenantId.NOBODY, Months::stale)) {
      if (!write(part)) {
        LOG.infof("month %s of the journal is in use: it is written anew later", part);
      }
    }
  }

  private boolean write(String part) {
    long rows = 0;
    for (var table : TABLES) {
      var kept =
          tx.call(TenantId.NOBODY, config.longest(), connection -> write(connection, table, part));
      if (kept.isEmpty()) {
        return false;
      }
      rows += kept.getAsLong();
    }
    LOG.infof("month %s of the journal has %d rows left", part, rows);
    return true;
  }

  private static List<String> stale(Connection connection) throws SQLException {
    try (var select = connection.prepareStatement(STALE);
        var row = select.executeQuery()) {
      var parts = new ArrayList<String>();
      while (row.next()) {
        parts.add(row.getString(1));
      }
      return parts;
    }
  }

  private static OptionalLong write(Connection connection, String table, String part)
      throws SQLException {
    try (var call = connection.prepareStatement(WRITE)) {
      call.setString(1, table);
      call.setString(2, part);
      try (var row = call.executeQuery()) {
        row.next();
        long rows = row.getLong(1);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(rows);
      }
    }
  }
}
