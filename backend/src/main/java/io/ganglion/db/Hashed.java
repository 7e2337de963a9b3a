package io.ganglion.db;

import java.util.ArrayList;
import java.util.List;

/**
 * A writer whose statements join many rows of a batch with rows found by their keys. PostgreSQL
 * makes such a plan once, for the ten rows it takes an array to have, and would then compare each
 * of two thousand rows with each; without nested loops it hashes them.
 */
public record Hashed<W extends Write>(BatchWriter<W> writer) implements BatchWriter<W> {
  private static final Statement OFF = loops("off");
  private static final Statement ON = loops("on");

  private static Statement loops(String value) {
    return Statement.plain(
        "SELECT set_config('enable_nestloop', '%s', true)".formatted(value), parameters -> {});
  }

  @Override
  public Class<W> writes() {
    return writer.writes();
  }

  @Override
  public Rank rank() {
    return writer.rank();
  }

  @Override
  public List<Statement> statements(long worker, List<W> rows) {
    var statements = new ArrayList<Statement>();
    statements.add(OFF);
    statements.addAll(writer.statements(worker, rows));
    statements.add(ON);
    return statements;
  }
}
