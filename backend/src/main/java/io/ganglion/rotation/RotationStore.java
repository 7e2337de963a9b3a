package io.ganglion.rotation;

import io.ganglion.crypto.KeyExchange.Place;
import io.ganglion.kernel.RotationId;
import io.ganglion.kernel.TenantId;
import io.ganglion.rotation.Rotation.Counts;
import io.ganglion.rotation.Rotation.Stage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Rows of rotations; each call inside of a transaction of {@link TenantId#NOBODY}. */
final class RotationStore {
  private static final String INSERT =
      """
      INSERT INTO vault_rotation (tenant_id, id, stage, cursor_tenant, cursor_generation, master, started_at)
      VALUES (?, ?, 'rewrap', ?, ?, ?, now()) ON CONFLICT DO NOTHING
      """;
  private static final String SUPERSEDE =
      """
      UPDATE vault_rotation SET stage = 'ended', ended_at = now()
      WHERE tenant_id = ? AND ended_at IS NULL AND master <> ?
      """;
  private static final String FIND =
      """
      SELECT id, stage, cursor_tenant, cursor_generation, master, rewrapped, renewed, resealed, retired, failed,
             started_at, ended_at
      FROM vault_rotation WHERE tenant_id = ? AND id = ?
      """;
  private static final String PROGRESS =
      """
      UPDATE vault_rotation SET stage = ?, cursor_tenant = ?, cursor_generation = ?,
        rewrapped = rewrapped + ?, renewed = renewed + ?, resealed = resealed + ?, retired = retired + ?,
        failed = failed + ?, ended_at = CASE WHEN ? = 'ended' THEN now() END
      WHERE tenant_id = ? AND id = ? AND stage = ? AND cursor_tenant = ? AND cursor_generation = ?
      """;

  private RotationStore() {}

  /**
   * @return whether it was: not if there is one of this identifier, or another under way
   */
  static boolean insert(Connection c, RotationId id, String master) throws SQLException {
    try (var insert = c.prepareStatement(INSERT)) {
      insert.setObject(1, TenantId.NOBODY.uuid());
      insert.setObject(2, id.uuid());
      insert.setObject(3, Place.START.tenant().uuid());
      insert.setInt(4, Place.START.generation());
      insert.setString(5, master);
      return insert.executeUpdate() == 1;
    }
  }

  /** Ends what is under way for another master key: nobody may be left who wraps by it. */
  static void supersede(Connection c, String master) throws SQLException {
    try (var update = c.prepareStatement(SUPERSEDE)) {
      update.setObject(1, TenantId.NOBODY.uuid());
      update.setString(2, master);
      update.executeUpdate();
    }
  }

  static Optional<Rotation> find(Connection c, RotationId id) throws SQLException {
    try (var select = c.prepareStatement(FIND)) {
      select.setObject(1, TenantId.NOBODY.uuid());
      select.setObject(2, id.uuid());
      try (var rows = select.executeQuery()) {
        return rows.next() ? Optional.of(read(rows)) : Optional.empty();
      }
    }
  }

  /**
   * Notes that it has come further.
   *
   * @return whether it was where the caller thinks; if not, somebody else walks it as well
   */
  static boolean progress(Connection c, Rotation from, Stage stage, Place cursor, Counts more)
      throws SQLException {
    try (var update = c.prepareStatement(PROGRESS)) {
      update.setString(1, text(stage));
      update.setObject(2, cursor.tenant().uuid());
      update.setInt(3, cursor.generation());
      update.setLong(4, more.rewrapped());
      update.setLong(5, more.renewed());
      update.setLong(6, more.resealed());
      update.setLong(7, more.retired());
      update.setLong(8, more.failed());
      update.setString(9, text(stage));
      update.setObject(10, TenantId.NOBODY.uuid());
      update.setObject(11, from.id().uuid());
      update.setString(12, text(from.stage()));
      update.setObject(13, from.cursor().tenant().uuid());
      update.setInt(14, from.cursor().generation());
      return update.executeUpdate() == 1;
    }
  }

  private static Rotation read(ResultSet row) throws SQLException {
    return new Rotation(
        new RotationId(row.getObject(1, UUID.class)),
        Stage.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
        new Place(new TenantId(row.getObject(3, UUID.class)), row.getInt(4)),
        row.getString(5),
        new Counts(row.getLong(6), row.getLong(7), row.getLong(8), row.getLong(9), row.getLong(10)),
        instant(row, 11).orElseThrow(),
        instant(row, 12));
  }

  private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static String text(Stage stage) {
    return stage.name().toLowerCase(Locale.ROOT);
  }
}
