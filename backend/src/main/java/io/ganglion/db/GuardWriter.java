package io.ganglion.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * A writer that writes nothing and refuses some of its rows.
 *
 * @param sql answers a row for each that is refused; its first column is the row's number, from 1
 * @param why reads the reason from such a row
 */
public record GuardWriter<W extends Write>(
    Class<W> writes, String sql, PlainWriter.Binder<W> binder, Why why) implements BatchWriter<W> {

  /** Reads why the row the cursor stands on is refused. */
  @FunctionalInterface
  public interface Why {
    Refusal read(ResultSet row) throws SQLException;
  }

  @Override
  public Rank rank() {
    return Rank.GUARD;
  }

  @Override
  public List<Statement> statements(long worker, List<W> rows) {
    return List.of(
        new Statement(
            sql,
            parameters -> binder.bind(parameters.over(rows), worker),
            row -> new Statement.Refused(rows.get(row.getInt(1) - 1), why.read(row))));
  }
}
