package io.ganglion.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The parameters of all statements of one message, bound one after the other. */
public final class Parameters {
  private final Connection connection;
  private final PreparedStatement statement;
  private int index;

  Parameters(Connection connection, PreparedStatement statement) {
    this.connection = connection;
    this.statement = statement;
  }

  /** The next parameters are arrays over these rows. */
  public <R> Columns<R> over(List<R> rows) {
    return new Columns<>(this, rows);
  }

  /** Binds a plain parameter. */
  public Parameters withLong(long value) throws SQLException {
    statement.setLong(++index, value);
    return this;
  }

  /** Binds a plain parameter. */
  public Parameters withText(String value) throws SQLException {
    statement.setString(++index, value);
    return this;
  }

  /** Binds a plain parameter. */
  public Parameters withUuid(UUID value) throws SQLException {
    statement.setObject(++index, value);
    return this;
  }

  void array(String type, List<? extends @Nullable Object> values) throws SQLException {
    statement.setArray(++index, BinaryArrays.of(connection, type, values));
  }
}
