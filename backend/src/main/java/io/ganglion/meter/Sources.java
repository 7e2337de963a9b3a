package io.ganglion.meter;

import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Checksums over what the holds of an hour were like: when sealed, and now. */
final class Sources {
  private static final String ONE = "SELECT source FROM ganglion_hold_hours(?, ?, ?)";
  private static final String CHANGED =
      """
      WITH w AS (SELECT ?::uuid AS tenant, ?::timestamptz AS since, sealed_to FROM ledger_head WHERE tenant_id = ?),
      f AS (SELECT f.hour, f.source FROM w, ganglion_hold_hours(w.tenant, w.since, w.sealed_to) f),
      s AS (
        SELECT s.hour, coalesce(c.source, s.source) AS source
        FROM w JOIN sealed_hour s ON s.tenant_id = w.tenant AND s.hour >= w.since AND s.hour < w.sealed_to
        LEFT JOIN LATERAL (
          SELECT c.source FROM corrected_hour c WHERE c.tenant_id = s.tenant_id AND c.hour = s.hour
          ORDER BY c.found_at DESC LIMIT 1) c ON true)
      SELECT hour, coalesce(f.source, 0) AS source, s.source IS NULL AS missing FROM f FULL JOIN s USING (hour)
      WHERE coalesce(f.source, 0) IS DISTINCT FROM s.source ORDER BY hour
      """;

  private Sources() {}

  /**
   * An hour before the chain's end whose holds are not what is known of them.
   *
   * @param missing whether it is not sealed at all: its holds were late
   */
  record Changed(Instant hour, long source, boolean missing) {}

  /**
   * The checksum of one hour.
   *
   * @return empty if the hour has no holds
   */
  static OptionalLong of(Connection connection, TenantId tenant, Instant hour) throws SQLException {
    try (var select = connection.prepareStatement(ONE)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, hour.atOffset(ZoneOffset.UTC));
      select.setObject(3, hour.plus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC));
      try (var row = select.executeQuery()) {
        return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  /**
   * Hours whose checksum is not what is known, up to where the chain is sealed.
   *
   * @param since a full hour
   */
  static List<Changed> changed(Connection connection, TenantId tenant, Instant since)
      throws SQLException {
    try (var select = connection.prepareStatement(CHANGED)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, since.atOffset(ZoneOffset.UTC));
      select.setObject(3, tenant.uuid());
      var changed = new ArrayList<Changed>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          changed.add(
              new Changed(
                  row.getObject("hour", OffsetDateTime.class).toInstant(),
                  row.getLong("source"),
                  row.getBoolean("missing")));
        }
      }
      return changed;
    }
  }
}
