package io.ganglion.db;

import java.util.List;

/**
 * Writes all rows of one kind that a batch holds with a fixed number of statements, in the batch's
 * transaction. Arrays and {@code unnest}, never a statement a row; rows that are updated are taken
 * in key order, so that batches can't deadlock.
 *
 * @param <W> the kind of row
 */
public interface BatchWriter<W extends Write> {
  Class<W> writes();

  /** When its statements are made within the batch; those that may refuse come first. */
  Rank rank();

  /** The order in which writers' statements are made. */
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
   * What writes the rows: the same statements for any rows, so that they are prepared once.
   *
   * <p>When one of them refuses rows, all of the batch is rolled back and tried again without their
   * units.
   */
  List<Statement> statements(long worker, List<W> rows);
}
