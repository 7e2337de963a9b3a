package io.ganglion.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Runs whose past is read back together: a statement a kind of row, whatever the number of runs.
 *
 * @param runs each once
 */
public record Replays(List<One> runs) {
  /** Rows that are under way from the database at once. */
  private static final int FETCH = 2000;

  public Replays {
    runs = List.copyOf(runs);
  }

  /**
   * One run.
   *
   * @param after rows up to this number are not needed any more
   * @param acts whether it may have effects and what belongs to them
   * @param listens whether it may have consumed events
   */
  public record One(UUID tenant, UUID run, long after, boolean acts, boolean listens) {}

  /** Those that may have effects. */
  public Replays acting() {
    return new Replays(runs.stream().filter(One::acts).toList());
  }

  /** Those that may have consumed events. */
  public Replays listening() {
    return new Replays(runs.stream().filter(One::listens).toList());
  }

  /** Takes what one row says. */
  @FunctionalInterface
  public interface Reader {
    void read(UUID run, ResultSet row) throws SQLException;
  }

  /**
   * Reads the rows of all runs, each run's by the table's index: OFFSET keeps the planner from
   * joining them with all rows of the tenants, which it takes to be few.
   *
   * @param columns of {@code r}, the table
   * @param table with {@code tenant_id}, {@code run_id} and, where {@code since}, {@code event_seq}
   * @param since whether only rows after each run's number are wanted
   * @param rest what follows the join, e.g. an order
   */
  public void read(
      Connection connection,
      String columns,
      String table,
      boolean since,
      String rest,
      Reader reader)
      throws SQLException {
    if (runs.isEmpty()) {
      return;
    }
    var sql =
        """
        SELECT r.* FROM unnest(?::uuid[], ?::uuid[], ?::bigint[]) AS u (tenant_id, run_id, after)
        CROSS JOIN LATERAL (
          SELECT r.run_id, %s FROM %s r WHERE r.tenant_id = u.tenant_id AND r.run_id = u.run_id %s OFFSET 0) AS r %s
        """
            .formatted(columns, table, since ? "AND r.event_seq > u.after" : "", rest);
    try (var select = connection.prepareStatement(sql)) {
      select.setArray(
          1, BinaryArrays.of(connection, "uuid", runs.stream().map(One::tenant).toList()));
      select.setArray(2, BinaryArrays.of(connection, "uuid", runs.stream().map(One::run).toList()));
      select.setArray(
          3, BinaryArrays.of(connection, "int8", runs.stream().map(One::after).toList()));
      select.setFetchSize(FETCH);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          reader.read(row.getObject(1, UUID.class), row);
        }
      }
    }
  }
}
