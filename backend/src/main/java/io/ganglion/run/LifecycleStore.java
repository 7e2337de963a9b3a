package io.ganglion.run;

import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What happened in a run, in one order. */
@ApplicationScoped
class LifecycleStore {
  private static final String READ =
      """
      SELECT * FROM (
        (SELECT o.seq, o.data ->> 'state' AS now, o.at AS ended_at,
                (SELECT b.data ->> 'state' FROM outbox b
                 WHERE b.tenant_id = o.tenant_id AND b.run_id = o.run_id AND b.type = 'run.state' AND b.seq < o.seq
                 ORDER BY b.seq DESC LIMIT 1) AS before,
                NULL AS position, 0 AS step_seq, NULL AS name, NULL AS state, 0 AS attempts,
                NULL::json AS output, NULL::json AS error, o.at AS started_at
         FROM outbox o
         WHERE o.tenant_id = ? AND o.run_id = ? AND o.type = 'run.state' AND o.seq > ? ORDER BY o.seq LIMIT ?)
        UNION ALL
        (SELECT s.event_seq, NULL, s.ended_at, NULL, s.position, s.seq, s.name, s.state, s.attempts, s.output, s.error,
                s.started_at
         FROM step s
         WHERE s.tenant_id = ? AND s.run_id = ? AND s.event_seq > ?
           AND s.position !~ '#(winner|failed)' -- the engine's own record, of no task
         ORDER BY s.event_seq LIMIT ?)) AS happened
      ORDER BY seq LIMIT ?
      """;

  /**
   * The next that happened after a place, at most so many. Reads all steps of the run each time: an
   * index by their number would cost every step of every run.
   */
  List<Happening> after(Connection connection, TenantId tenant, RunId run, long seq, int limit)
      throws SQLException {
    try (var select = connection.prepareStatement(READ)) {
      int i = 0;
      for (int half = 0; half < 2; half++) {
        select.setObject(++i, tenant.uuid());
        select.setObject(++i, run.uuid());
        select.setLong(++i, seq);
        select.setInt(++i, limit);
      }
      select.setInt(++i, limit);
      var happened = new ArrayList<Happening>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          happened.add(happening(row));
        }
      }
      return happened;
    }
  }

  private static Happening happening(ResultSet row) throws SQLException {
    long seq = row.getLong("seq");
    var now = row.getString("now");
    if (now == null) {
      return new Happening.Visited(seq, History.step(row, "step_seq"));
    }
    var before = row.getString("before");
    return new Happening.Changed(
        seq,
        row.getTimestamp("ended_at").toInstant(),
        before == null ? null : RunState.valueOf(before),
        RunState.valueOf(now));
  }
}
