package io.ganglion.db;

import java.util.ArrayList;
import java.util.List;

/**
 * A writer whose statements join many rows of a batch with rows found by their keys. PostgreSQL
 * makes such a plan once, for the ten rows it takes an array to have, and would then compare each
 * of two thousand rows with each; without nested loops it hashes them. Other statements of the
 * engine have nested loops only.
 */
public record Hashed<W extends Write>(BatchWriter<W> writer) implements BatchWriter<W> {
  private static final Statement HASH = joins("on", "off");
  private static final Statement LOOP = joins("off", "on");

  private static Statement joins(String hash, String loop) {
    return Statement.plain(
        "SELECT set_config('enable_hashjoin', '%s', true), set_config('enable_nestloop', '%s', true)"
            .formatted(hash, loop),
        parameters -> {});
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
    statements.add(HASH);
    statements.addAll(writer.statements(worker, rows));
    statements.add(LOOP);
    return statements;
  }
}
