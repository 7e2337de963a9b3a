package io.ganglion.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Binds a list of rows to a statement over {@code unnest(?::uuid[], ?::text[], …)}: one array a
 * column.
 */
public final class Columns<R> implements AutoCloseable {
  private final Connection connection;
  private final PreparedStatement statement;
  private final List<R> rows;
  private int index;

  private Columns(Connection connection, PreparedStatement statement, List<R> rows, int index) {
    this.connection = connection;
    this.statement = statement;
    this.rows = rows;
    this.index = index;
  }

  public static <R> Columns<R> of(Connection connection, String sql, List<R> rows)
      throws SQLException {
    return new Columns<>(connection, connection.prepareStatement(sql), rows, 0);
  }

  /**
   * Binds the next parameter.
   *
   * @param type the element type as Postgres calls it
   * @param value of a row, null for SQL null; instants go as text through {@code timestamptz}
   */
  public Columns<R> with(String type, Function<R, @Nullable Object> value) throws SQLException {
    @Nullable Object[] values = new @Nullable Object[rows.size()];
    for (int i = 0; i < values.length; i++) {
      var one = value.apply(rows.get(i));
      values[i] = one instanceof java.time.Instant instant ? instant.toString() : one;
    }
    statement.setArray(++index, connection.createArrayOf(type, values));
    return this;
  }

  /** The same statement, whose next parameters are arrays over other rows. */
  public <S> Columns<S> over(List<S> others) {
    return new Columns<>(connection, statement, others, index);
  }

  /** Binds a plain parameter. */
  public Columns<R> withLong(long value) throws SQLException {
    statement.setLong(++index, value);
    return this;
  }

  public PreparedStatement statement() {
    return statement;
  }

  public int execute() throws SQLException {
    return statement.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
