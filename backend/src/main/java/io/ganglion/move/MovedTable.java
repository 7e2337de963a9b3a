package io.ganglion.move;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A table whose rows of the tenant go along.
 *
 * @param name as it stands in SQL
 * @param key the column that says whose a row is
 * @param columns those that are stored, in SQL's order
 */
record MovedTable(String name, String key, List<String> columns) {
  /** What a cell knows for itself: the move, and whose runs its workers took. */
  private static final Set<String> LEFT_OUT = Set.of("tenant_move", "worker_tenant");

  /** Triggers on other tables write into these: they come last, in place of what was written. */
  private static final List<String> NOTES =
      List.of("notification_tenant", "notification_pending", "webhook_pending");

  private static final String COLUMNS =
      """
      SELECT quote_ident(attname) FROM pg_attribute
      WHERE attrelid = ?::text::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum
      """;

  /** In an order in which a table comes after those that it refers to. */
  static List<MovedTable> of(Session cell) {
    var names = new ArrayList<>(cell.tables().reversed());
    names.removeAll(LEFT_OUT);
    names.removeAll(NOTES);
    names.addAll(NOTES);
    names.addFirst("tenant");
    return names.stream().map(name -> of(cell, name)).toList();
  }

  private static MovedTable of(Session cell, String name) {
    return new MovedTable(
        name,
        name.equals("tenant") ? "id" : "tenant_id",
        cell.list(COLUMNS, row -> row.getString(1), name));
  }

  /** Data keys are handed over one by one: another master key wraps them. */
  boolean handedOver() {
    return name.equals("tenant_data_key");
  }

  String list() {
    return String.join(", ", columns);
  }
}
