package io.ganglion.effect;

import io.ganglion.db.BatchWriter;
import io.ganglion.db.Refusal;
import io.ganglion.kernel.EffectId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two updates of one effect may meet in one batch; UPDATE … FROM takes any of two matching rows, so
 * only the last goes.
 */
record LatestUpdate(BatchWriter<EffectWrite.Update> inner)
    implements BatchWriter<EffectWrite.Update> {
  @Override
  public Class<EffectWrite.Update> writes() {
    return inner.writes();
  }

  @Override
  public Rank rank() {
    return inner.rank();
  }

  @Override
  public Map<EffectWrite.Update, Refusal> apply(
      Connection connection, long worker, List<EffectWrite.Update> rows) throws SQLException {
    var latest = new LinkedHashMap<EffectId, EffectWrite.Update>();
    rows.forEach(row -> latest.put(row.effect().id(), row));
    return inner.apply(connection, worker, List.copyOf(latest.values()));
  }
}
