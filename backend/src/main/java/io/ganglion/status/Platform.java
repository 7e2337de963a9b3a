package io.ganglion.status;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Looks at the whole platform by functions that answer sums alone. */
@ApplicationScoped
public class Platform {
  private static final String MEASURES = "SELECT * FROM ganglion_measures()";

  /** Those that are gone for an hour are of no interest. */
  private static final String WORKERS =
      """
      SELECT id, name, started_at, heartbeat_at, lease_until,
        CASE WHEN fenced_at IS NOT NULL THEN 'FENCED' WHEN lease_until < now() THEN 'LATE' ELSE 'ALIVE' END AS condition
      FROM worker WHERE fenced_at IS NULL OR fenced_at > now() - interval '1 hour'
      ORDER BY fenced_at NULLS FIRST, id DESC LIMIT 200
      """;

  private static final String ALIVE =
      "SELECT count(*) FROM worker WHERE fenced_at IS NULL AND lease_until >= now()";

  private static final String SEAL_LAG = "SELECT ganglion_seal_lag()";

  private final TenantTx tx;

  Platform(TenantTx tx) {
    this.tx = tx;
  }

  public Measured measure() {
    return tx.call(
        TenantId.NOBODY,
        c -> {
          try (var select = c.prepareStatement(MEASURES);
              var row = select.executeQuery()) {
            row.next();
            return measured(row);
          }
        });
  }

  /** The workers, those that live first; 200 at most. */
  public List<WorkerSeen> workers() {
    return tx.call(TenantId.NOBODY, Platform::seen);
  }

  /** How many workers hold their lease. */
  int alive() {
    return (int) number(ALIVE);
  }

  /** Seconds since the oldest full hour that is not sealed was over; looks at every tenant. */
  public double sealLag() {
    return number(SEAL_LAG);
  }

  private double number(String sql) {
    return tx.call(
        TenantId.NOBODY,
        c -> {
          try (var select = c.prepareStatement(sql);
              var row = select.executeQuery()) {
            row.next();
            return row.getDouble(1);
          }
        });
  }

  private static Measured measured(ResultSet row) throws SQLException {
    return new Measured(
        row.getLong("run_queue_due"),
        row.getDouble("run_queue_delay"),
        row.getLong("effects_unknown"),
        row.getDouble("effects_unknown_age"),
        row.getLong("holds_open"),
        row.getLong("holds_leaked"),
        row.getLong("capacity_waiters"),
        row.getDouble("capacity_wait"),
        row.getLong("system_waiters"),
        row.getDouble("system_wait"),
        row.getLong("webhook_waiting"),
        row.getDouble("webhook_delay"),
        row.getLong("errands_failing"),
        row.getDouble("errands_delay"));
  }

  private static List<WorkerSeen> seen(Connection c) throws SQLException {
    var workers = new ArrayList<WorkerSeen>();
    try (var select = c.prepareStatement(WORKERS);
        var row = select.executeQuery()) {
      while (row.next()) {
        workers.add(
            new WorkerSeen(
                row.getLong("id"),
                row.getString("name"),
                instant(row, "started_at"),
                instant(row, "heartbeat_at"),
                instant(row, "lease_until"),
                WorkerSeen.Condition.valueOf(row.getString("condition"))));
      }
    }
    return workers;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
