package io.ganglion.coordination;

import io.ganglion.db.BatchWriter;
import io.ganglion.db.Columns;
import io.ganglion.db.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Refuses dispatches on systems whose platform asked for a pause. */
public final class Unpaused implements BatchWriter<HoldWrite.Unpaused> {
  private static final String PAUSED =
      """
      SELECT want.i, p.until
      FROM unnest(?::uuid[], ?::uuid[]) WITH ORDINALITY AS want (tenant_id, system_id, i)
      JOIN upstream_pause p USING (tenant_id, system_id)
      WHERE p.until > now()
      """;

  @Override
  public Class<HoldWrite.Unpaused> writes() {
    return HoldWrite.Unpaused.class;
  }

  @Override
  public Rank rank() {
    return Rank.GUARD;
  }

  @Override
  public Map<HoldWrite.Unpaused, Refusal> apply(
      Connection connection, long worker, List<HoldWrite.Unpaused> rows) throws SQLException {
    var refused = new HashMap<HoldWrite.Unpaused, Refusal>();
    try (var paused =
            Columns.of(connection, PAUSED, rows)
                .with("uuid", row -> row.tenant().uuid())
                .with("uuid", row -> row.system().uuid());
        var row = paused.statement().executeQuery()) {
      while (row.next()) {
        var until = row.getTimestamp(2).toInstant();
        var detail = "the platform asked not to be called before %s".formatted(until);
        refused.put(
            rows.get(row.getInt(1) - 1), new Refusal("upstream", detail, Optional.of(until)));
      }
    }
    return refused;
  }
}
