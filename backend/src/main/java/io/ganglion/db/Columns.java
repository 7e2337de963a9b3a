package io.ganglion.db;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Binds a list of rows to a statement over {@code unnest(?::uuid[], ?::text[], …)}: one array a
 * column.
 */
public final class Columns<R> {
  private final Parameters parameters;
  private final List<R> rows;

  Columns(Parameters parameters, List<R> rows) {
    this.parameters = parameters;
    this.rows = rows;
  }

  /**
   * Binds the next parameter.
   *
   * @param type the element type as Postgres calls it
   * @param value of a row, null for SQL null; instants go as text through {@code timestamptz}
   */
  public Columns<R> with(String type, Function<R, @Nullable Object> value) throws SQLException {
    var values = new ArrayList<@Nullable Object>(rows.size());
    rows.forEach(row -> values.add(value.apply(row)));
    parameters.array(type, values);
    return this;
  }

  /** Binds a plain parameter. */
  public Columns<R> withLong(long value) throws SQLException {
    parameters.withLong(value);
    return this;
  }

  /** The next parameters are arrays over other rows. */
  public <S> Columns<S> over(List<S> others) {
    return parameters.over(others);
  }
}
