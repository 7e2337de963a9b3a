package io.ganglion.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a batch, with the rows it takes. All statements of a batch go to the database in
 * one message.
 *
 * @param sql without a semicolon at its end
 * @param binder binds its parameters in their order
 * @param refusals reads its answer, row by row; null where it refuses nothing
 */
public record Statement(String sql, Binder binder, @Nullable Refusals refusals) {
  /** Binds a statement's parameters, from the first on. */
  @FunctionalInterface
  public interface Binder {
    void bind(Parameters parameters) throws SQLException;
  }

  /**
   * Which write is refused by the row the cursor stands on, and why; null where the row only tells
   * the writer something.
   */
  @FunctionalInterface
  public interface Refusals {
    @Nullable Refused read(ResultSet row) throws SQLException;
  }

  /** A write that must not be written; its whole unit isn't. */
  public record Refused(Write write, Refusal why) {}

  /** A statement that refuses nothing. */
  public static Statement plain(String sql, Binder binder) {
    return new Statement(sql, binder, null);
  }

  /** Makes it alone, in the caller's transaction; the number of rows it wrote, 0 for a question. */
  public int write(Connection connection) throws SQLException {
    try (var prepared = connection.prepareStatement(sql)) {
      binder.bind(new Parameters(connection, prepared));
      return prepared.execute() ? 0 : prepared.getUpdateCount();
    }
  }

  /** Makes it alone, in the caller's transaction; what it refuses. */
  public List<Refused> refuse(Connection connection) throws SQLException {
    try (var prepared = connection.prepareStatement(sql)) {
      binder.bind(new Parameters(connection, prepared));
      var refused = new ArrayList<Refused>();
      if (prepared.execute() && refusals != null) {
        try (var row = prepared.getResultSet()) {
          readInto(refused, refusals, row);
        }
      }
      return refused;
    }
  }

  static void readInto(List<Refused> refused, Refusals refusals, ResultSet row)
      throws SQLException {
    while (row.next()) {
      var one = refusals.read(row);
      if (one != null) {
        refused.add(one);
      }
    }
  }

  /** Makes it alone, in the caller's transaction; the one number it answers. */
  public long number(Connection connection) throws SQLException {
    try (var prepared = connection.prepareStatement(sql)) {
      binder.bind(new Parameters(connection, prepared));
      try (var row = prepared.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
