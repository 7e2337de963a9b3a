package io.ganglion.connection;

import io.ganglion.crypto.Sealed;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;

/**
 * Who may refresh a connection's token: one process at a time, by the connection's own row. A row
 * that names a dead process is free again when its time is over. What is kept is compared with the
 * version it was made from, whoever has the turn meanwhile: the first answer that is stored counts.
 */
@ApplicationScoped
class Refreshes {
  /** Longer than a question to the platform can take. */
  static final Duration TURN = Duration.ofSeconds(20);

  private static final Duration FIRST_REST = Duration.ofSeconds(2);
  private static final Duration LONGEST_REST = Duration.ofMinutes(1);

  private static final String TAKE =
      """
      UPDATE connection SET refreshing_until = clock_timestamp() + ?::interval
      WHERE tenant_id = ? AND id = ? AND credentials_version = ?
        AND (refreshing_until IS NULL OR refreshing_until < clock_timestamp())
        AND (refresh_after IS NULL OR refresh_after < clock_timestamp())
      """;
  private static final String RESTS =
      "SELECT coalesce(refresh_after > clock_timestamp(), false) FROM connection WHERE tenant_id = ? AND id = ?";
  private static final String FAILED =
      """
      UPDATE connection SET refreshing_until = NULL, refresh_failures = refresh_failures + 1,
        refresh_after = clock_timestamp() + least(?::interval, ?::interval * 2 ^ least(refresh_failures, 10))
      WHERE tenant_id = ? AND id = ? AND credentials_version = ?
      """;
  // A refusal that somebody else was told meanwhile was about the token before this one.
  private static final String KEEP =
      """
      UPDATE connection SET credentials = ?, key_generation = ?, credentials_version = credentials_version + 1,
        token_at = ?, token_ends_at = ?, refreshing_until = NULL, refresh_failures = 0, refresh_after = NULL,
        version = version + CASE status WHEN 'reauthorize' THEN 1 ELSE 0 END,
        status = CASE status WHEN 'reauthorize' THEN 'active' ELSE status END
      WHERE tenant_id = ? AND id = ? AND credentials_version = ?
      """;

  private final TenantTx tx;
  private final Upkeep upkeep;

  Refreshes(TenantTx tx, Upkeep upkeep) {
    this.tx = tx;
    this.upkeep = upkeep;
  }

  /** What asking for the turn came to. */
  enum Turn {
    TAKEN,
    /** Another process has it, or has just been faster. */
    BUSY,
    /** The last refresh failed; it is too early for the next. */
    RESTING
  }

  /**
   * @param version of the credentials that are to be replaced
   */
  Turn take(TenantId tenant, ConnectionId id, long version) {
    return tx.call(
        tenant,
        c -> {
          try (var update = c.prepareStatement(TAKE)) {
            update.setString(1, interval(TURN));
            update.setObject(2, tenant.uuid());
            update.setObject(3, id.uuid());
            update.setLong(4, version);
            if (update.executeUpdate() == 1) {
              return Turn.TAKEN;
            }
          }
          return rests(c, tenant, id) ? Turn.RESTING : Turn.BUSY;
        });
  }

  private static boolean rests(java.sql.Connection c, TenantId tenant, ConnectionId id)
      throws SQLException {
    try (var select = c.prepareStatement(RESTS)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, id.uuid());
      try (var row = select.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /** Gives the turn back; the next one is given after a rest, which doubles with each failure. */
  void failed(TenantId tenant, ConnectionId id, long version) {
    tx.run(
        tenant,
        c -> {
          try (var update = c.prepareStatement(FAILED)) {
            update.setString(1, interval(LONGEST_REST));
            update.setString(2, interval(FIRST_REST));
            update.setObject(3, tenant.uuid());
            update.setObject(4, id.uuid());
            update.setLong(5, version);
            update.executeUpdate();
          }
        });
  }

  /**
   * Keeps what was granted, in the place of that version.
   *
   * @param sealed for the version after it
   * @return whether that version was there still
   */
  boolean keep(
      TenantId tenant, Connection connection, long version, Sealed sealed, TokenLife life) {
    return tx.<Boolean>call(
        tenant,
        c -> {
          try (var update = c.prepareStatement(KEEP)) {
            update.setBytes(1, sealed.bytes());
            update.setInt(2, sealed.generation());
            update.setTimestamp(3, Timestamp.from(life.since()));
            update.setTimestamp(4, life.end().map(Timestamp::from).orElse(null));
            update.setObject(5, tenant.uuid());
            update.setObject(6, connection.id().uuid());
            update.setLong(7, version);
            boolean kept = update.executeUpdate() == 1;
            if (kept) {
              upkeep.plan(tenant, connection, version + 1, life);
            }
            return kept;
          }
        });
  }

  private static String interval(Duration duration) {
    return duration.toMillis() + " milliseconds";
  }
}
