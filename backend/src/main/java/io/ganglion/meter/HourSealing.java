package io.ganglion.meter;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.TenantId;
import io.ganglion.ledger.Usage;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Seals one hour of one tenant, in one transaction. */
@ApplicationScoped
public class HourSealing {
  private static final String SEALED = "SELECT FROM sealed_hour WHERE tenant_id = ? AND hour = ?";
  private static final String NOTE =
      """
      INSERT INTO sealed_hour (tenant_id, hour, source, first_seq, rows, sealed_at)
      VALUES (?, ?, ?, ?, ?, ?)
      """;
  private static final String ADVANCE =
      "UPDATE ledger_head SET sealed_to = greatest(sealed_to, ?) WHERE tenant_id = ?";

  private final TenantTx tx;
  private final MeterConfig config;

  HourSealing(TenantTx tx, MeterConfig config) {
    this.tx = tx;
    this.config = config;
  }

  /** What came of it. */
  public enum Outcome {
    /** The hour is sealed, now or since before. */
    SEALED,
    /** It had no holds. */
    EMPTY,
    /** Somebody else appends to the chain; it is to be tried again. */
    BUSY
  }

  /**
   * Seals the hour, unless it is sealed. A hold that is open is taken as one that goes on.
   *
   * @param hour its beginning; the caller says whether it is over
   * @param now when it is done
   */
  public Outcome seal(TenantId tenant, Instant hour, Instant now) {
    return tx.call(
        tenant,
        config.longest(),
        connection -> {
          var end = ChainEnd.lockIfFree(connection, tenant, now);
          if (end.isEmpty()) {
            return Outcome.BUSY;
          }
          return sealed(connection, tenant, hour)
              ? Outcome.SEALED
              : seal(connection, tenant, hour, now, end.get());
        });
  }

  private static Outcome seal(
      Connection connection, TenantId tenant, Instant hour, Instant now, ChainEnd end)
      throws SQLException {
    // first: holds that change meanwhile are then found by the check
    var source = Sources.of(connection, tenant, hour);
    var usage = new Usage();
    long before = end.seq();
    HourHolds.each(
        connection,
        tenant,
        hour,
        row -> {
          end.add(row);
          usage.add(row);
        });
    end.store();
    long rows = end.seq() - before;
    advance(connection, tenant, hour);
    if (source.isEmpty() && rows == 0) {
      return Outcome.EMPTY;
    }
    try (var note = connection.prepareStatement(NOTE)) {
      note.setObject(1, tenant.uuid());
      note.setObject(2, hour.atOffset(ZoneOffset.UTC));
      note.setLong(3, source.orElse(0));
      note.setLong(4, before + 1);
      note.setLong(5, rows);
      note.setObject(6, now.atOffset(ZoneOffset.UTC));
      note.executeUpdate();
    }
    UsageStore.insert(connection, tenant, usage.hours());
    return Outcome.SEALED;
  }

  private static boolean sealed(Connection connection, TenantId tenant, Instant hour)
      throws SQLException {
    try (var select = connection.prepareStatement(SEALED)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, hour.atOffset(ZoneOffset.UTC));
      try (var row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  private static void advance(Connection connection, TenantId tenant, Instant hour)
      throws SQLException {
    try (var advance = connection.prepareStatement(ADVANCE)) {
      advance.setObject(1, hour.plus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC));
      advance.setObject(2, tenant.uuid());
      advance.executeUpdate();
    }
  }
}
