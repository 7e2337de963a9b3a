package io.ganglion.db;

import java.sql.SQLException;

/** The database refused a statement; the transaction is rolled back. */
public final class DatabaseFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The SQLSTATE, or an empty text where the driver gives none. */
  private final String state;

  DatabaseFailed(SQLException cause) {
    super(cause);
    this.state = cause.getSQLState() == null ? "" : cause.getSQLState();
  }

  /** Whether a unique constraint refused the row (SQLSTATE 23505). */
  public boolean duplicate() {
    return state.equals("23505");
  }
}
