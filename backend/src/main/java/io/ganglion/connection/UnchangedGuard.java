package io.ganglion.connection;

import io.ganglion.db.BatchWriter;
import io.ganglion.db.Columns;
import io.ganglion.db.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares versions; reads without a lock, as whoever changes a connection waits for commits. */
public final class UnchangedGuard implements BatchWriter<Unchanged> {
  private static final String CHANGED =
      """
      SELECT want.i FROM unnest(?::uuid[], ?::uuid[], ?::bigint[]) WITH ORDINALITY AS want (tenant_id, id, version, i)
      LEFT JOIN connection c ON c.tenant_id = want.tenant_id AND c.id = want.id
      WHERE c.version IS DISTINCT FROM want.version
      """;

  @Override
  public Class<Unchanged> writes() {
    return Unchanged.class;
  }

  @Override
  public Rank rank() {
    return Rank.GUARD;
  }

  @Override
  public Map<Unchanged, Refusal> apply(Connection connection, long worker, List<Unchanged> rows)
      throws SQLException {
    var refused = new HashMap<Unchanged, Refusal>();
    try (var changed =
            Columns.of(connection, CHANGED, rows)
                .with("uuid", row -> row.tenant().uuid())
                .with("uuid", row -> row.connection().uuid())
                .with("int8", Unchanged::version);
        var row = changed.statement().executeQuery()) {
      while (row.next()) {
        refused.put(
            rows.get(row.getInt(1) - 1),
            new Refusal(Unchanged.REASON, "the connection was changed", Optional.empty()));
      }
    }
    return refused;
  }
}
