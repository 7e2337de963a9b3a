package io.ganglion.move;

import io.ganglion.crypto.KeyHandover.Wrapped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/** Brings an export into the destination, in one transaction, as a copy that nobody uses yet. */
final class Import {
  /** COPY does not heed row-level security, so that rows go through a table of this session. */
  private static final String FILL =
      """
      INSERT INTO %1$s (%2$s) OVERRIDING SYSTEM VALUE SELECT %2$s FROM pg_temp.moved_%1$s %3$s
      """;

  /** What numbers a table's rows: an identity column, or a default that takes the next number. */
  private static final String NUMBERED =
      """
      SELECT quote_ident(a.attname),
             coalesce(pg_get_serial_sequence(c.relname, a.attname),
                      substring(pg_get_expr(d.adbin, d.adrelid) FROM '^nextval\\(''([^'']+)'))
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum AND a.attgenerated = ''
      WHERE c.oid = ?::text::regclass
        AND (a.attidentity <> '' OR pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%')
      """;

  /** Others may take numbers between the look and the leap: it is a long one. */
  private static final String LEAP =
      "SELECT setval(?::text::regclass, ?::bigint + 100000) WHERE ?::bigint >= (SELECT last_value FROM %s)";

  /** What is deleted or brought while one is copied would be lost with its former table. */
  private static final String NO_MONTH_IS_WRITTEN_ANEW =
      "SELECT pg_advisory_xact_lock_shared(ganglion_part_lock())";

  private final Session destination;
  private final Path folder;

  Import(Session destination, Path folder) {
    this.destination = destination;
    this.folder = folder;
  }

  /**
   * Brings all in, or nothing. What the tenant had left here, when it moved away once, goes first.
   *
   * @param source what the source calls itself
   * @param keys of the tenant, as the destination's master key wraps them
   * @throws MoveFailed if what is there then is not what the source has
   */
  void run(Manifest manifest, String source, List<Wrapped> keys) {
    destination.atOnce(
        () -> {
          erase(destination);
          var tables = MovedTable.of(destination);
          for (var table : tables) {
            if (table.handedOver()) {
              keys.forEach(this::insert);
            } else {
              bring(table);
            }
            leap(table);
          }
          extra(Export.PEOPLE, "id", "");
          extra(
              Export.ERRANDS,
              "task_name",
              "UPDATE pg_temp.moved_scheduled_tasks SET picked = false, picked_by = NULL, last_heartbeat = NULL");
          Ways.arrive(destination, manifest.move(), source);
          Comparison.check(manifest.sums(), Sum.of(destination, tables));
        });
  }

  /**
   * All rows of the tenant, its own last; of a tenant that isn't there it deletes nothing.
   *
   * @throws MoveFailed if the tenant lives there
   */
  static void erase(Session cell) {
    if (cell.standing().lives()) {
      throw new MoveFailed("the tenant lives in the %s: nothing is deleted".formatted(cell.name()));
    }
    cell.run(NO_MONTH_IS_WRITTEN_ANEW);
    cell.tables().forEach(cell::clear);
    cell.update("DELETE FROM tenant WHERE id = ?", cell.id());
  }

  private void bring(MovedTable table) throws SQLException {
    load(table.name(), table.list());
    destination.update(
        "DELETE FROM %s WHERE %s = ?".formatted(table.name(), table.key()), destination.id());
    destination.run(FILL.formatted(table.name(), table.list(), ""));
  }

  private void extra(Export.Extra extra, String first, String mend) throws SQLException {
    load(extra.table(), "");
    if (!mend.isEmpty()) {
      destination.run(mend);
    }
    var columns =
        String.join(
            ", ",
            destination.list(
                "SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = ?::text::regclass AND attnum > 0"
                    + " AND NOT attisdropped ORDER BY attnum",
                row -> row.getString(1),
                extra.table()));
    destination.run(
        FILL.formatted(extra.table(), columns, "ORDER BY " + first + " ON CONFLICT DO NOTHING"));
  }

  private void load(String table, String columns) throws SQLException {
    destination.run(
        "CREATE TEMP TABLE moved_%1$s (LIKE public.%1$s) ON COMMIT DROP".formatted(table));
    var into = columns.isEmpty() ? "" : " (%s)".formatted(columns);
    try (var in = Files.newInputStream(Export.file(folder, table))) {
      destination
          .connection()
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY pg_temp.moved_%s%s FROM STDIN".formatted(table, into), in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void insert(Wrapped key) {
    destination.update(
        "INSERT INTO tenant_data_key (tenant_id, generation, wrapped, master, created_at) VALUES (?, ?, ?, ?, ?)",
        destination.id(),
        key.generation(),
        key.bytes(),
        key.master(),
        key.createdAt());
  }

  /** Numbers made here come after those that came along: replay reads by them. */
  private void leap(MovedTable table) {
    record Numbered(String column, String sequence) {}
    for (var one :
        destination.list(
            NUMBERED, row -> new Numbered(row.getString(1), row.getString(2)), table.name())) {
      long last =
          destination.one(
              "SELECT coalesce(max(%s), 0) FROM %s WHERE %s = ?"
                  .formatted(one.column, table.name(), table.key()),
              row -> row.getLong(1),
              destination.id());
      destination.list(
          LEAP.formatted(one.sequence), row -> row.getLong(1), one.sequence, last, last);
    }
  }
}
