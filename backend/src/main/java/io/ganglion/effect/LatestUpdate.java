package io.ganglion.effect;

import io.ganglion.db.BatchWriter;
import io.ganglion.db.Statement;
import io.ganglion.kernel.EffectId;
import java.util.LinkedHashMap;
import java.util.List;

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
  public List<Statement> statements(long worker, List<EffectWrite.Update> rows) {
    var latest = new LinkedHashMap<EffectId, EffectWrite.Update>();
    rows.forEach(row -> latest.put(row.effect().id(), row));
    return inner.statements(worker, List.copyOf(latest.values()));
  }
}
