package io.ganglion.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Writes all rows of one kind that a batch holds with a fixed number of statements, in the batch's
 * transaction. Arrays and {@code unnest}, never a statement a row; rows that are updated are taken
 * in key order, so that batches can't deadlock.
 *
 * @param <W> the kind of row
 */
public interface BatchWriter<W extends Write> {
  Class<W> writes();

  /** When it is applied within the batch; those that may refuse come first. */
  Rank rank();

  /** The order in which writers are applied. */
  enum Rank {
    /** May refuse units: admission, exclusivity, version checks. */
    GUARD,
    /** Rows others refer to. */
    LEDGER,
    /** The journal. */
    JOURNAL,
    /** The run's own row and what follows from it. */
    STATE,
    /** Events. */
    OUTBOX
  }

  /**
   * Writes the rows.
   *
   * @return rows that must not be written, and why; the batch is then rolled back and tried again
   *     without their units
   */
  Map<W, Refusal> apply(Connection connection, long worker, List<W> rows) throws SQLException;
}
