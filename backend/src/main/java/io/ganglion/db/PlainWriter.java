package io.ganglion.db;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A writer that binds its rows to one statement and refuses nothing.
 *
 * @param order of the rows where the statement updates; empty for inserts
 */
public record PlainWriter<W extends Write>(
    Class<W> writes, Rank rank, String sql, Optional<Comparator<W>> order, Binder<W> binder)
    implements BatchWriter<W> {

  /** Binds the columns of the rows in the statement's order. */
  public interface Binder<W> {
    void bind(Columns<W> columns, long worker) throws SQLException;
  }

  @Override
  public List<Statement> statements(long worker, List<W> rows) {
    var ordered = order.map(by -> rows.stream().sorted(by).toList()).orElse(rows);
    return List.of(
        Statement.plain(sql, parameters -> binder.bind(parameters.over(ordered), worker)));
  }
}
