package io.ganglion.meter;

import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A tenant for which there is something to do.
 *
 * @param hour the first that is to be sealed; empty if sealed hours are to be checked
 */
record Due(TenantId tenant, Optional<Instant> hour) {
  private static final String FIND = "SELECT tenant_id, hour FROM ganglion_unsealed(?, ?, ?, ?)";

  /**
   * What is to be looked for.
   *
   * @param cutoff hours before are over
   * @param since sealed hours since are checked
   */
  record Span(Instant cutoff, Instant since) {}

  /**
   * Tenants in the order of their identifiers.
   *
   * @param connection of anybody's transaction
   */
  static List<Due> find(Connection connection, Span span, TenantId after, int most)
      throws SQLException {
    try (var select = connection.prepareStatement(FIND)) {
      select.setObject(1, span.cutoff.atOffset(ZoneOffset.UTC));
      select.setObject(2, span.since.atOffset(ZoneOffset.UTC));
      select.setObject(3, after.uuid());
      select.setInt(4, most);
      var found = new ArrayList<Due>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new Due(
                  new TenantId(row.getObject(1, UUID.class)),
                  Optional.ofNullable(row.getObject(2, OffsetDateTime.class))
                      .map(OffsetDateTime::toInstant)));
        }
      }
      return found;
    }
  }
}
