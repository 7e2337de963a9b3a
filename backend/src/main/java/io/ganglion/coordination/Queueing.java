package io.ganglion.coordination;

import io.ganglion.db.BatchWriter;
import io.ganglion.db.Statement;
import java.util.Comparator;
import java.util.List;

/**
 * Who waits at a spend cap. Whoever was woken and found no room stands behind the others: an act
 * that is too dear keeps no cheaper one from its turn.
 */
final class Queueing implements BatchWriter<SpendWrite.Await> {
  /** So many are woken by one look; the rest at the next release. */
  private static final int AT_ONCE = 1_000;

  private static final String STAND =
      """
      INSERT INTO spend_waiter (tenant_id, run_id) SELECT * FROM unnest(?::uuid[], ?::uuid[])
      ON CONFLICT (tenant_id, run_id) DO UPDATE SET since = now()
      """;

  /** Where money came back since the look before; what is being settled now is seen by the next. */
  static final String WAKE =
      """
      WITH freed AS (
        UPDATE spend s SET freed = false
        WHERE (s.tenant_id, s.scope, s.subject, s.currency, s.month) IN (
          SELECT tenant_id, scope, subject, currency, month FROM spend
          WHERE tenant_id = ANY (?::uuid[]) AND freed FOR NO KEY UPDATE SKIP LOCKED)
        RETURNING s.tenant_id),
      woken AS (
        DELETE FROM spend_waiter w USING (
          SELECT next.tenant_id, next.run_id FROM (SELECT DISTINCT tenant_id FROM freed) AS f CROSS JOIN LATERAL (
            SELECT w.tenant_id, w.run_id FROM spend_waiter w WHERE w.tenant_id = f.tenant_id
            ORDER BY w.since, w.run_id LIMIT %d) AS next) AS turn
        WHERE w.tenant_id = turn.tenant_id AND w.run_id = turn.run_id RETURNING w.tenant_id, w.run_id)
      INSERT INTO run_queue AS q (tenant_id, run_id, due_at)
      SELECT r.tenant_id, r.id, now() FROM woken JOIN run r ON r.tenant_id = woken.tenant_id AND r.id = woken.run_id
      WHERE r.state = 'WAITING' AND r.owner IS NULL ORDER BY r.tenant_id, r.id
      ON CONFLICT (tenant_id, run_id) DO UPDATE SET due_at = least(q.due_at, excluded.due_at)
      """
          .formatted(AT_ONCE);

  @Override
  public Class<SpendWrite.Await> writes() {
    return SpendWrite.Await.class;
  }

  @Override
  public Rank rank() {
    return Rank.STATE;
  }

  @Override
  public List<Statement> statements(long worker, List<SpendWrite.Await> rows) {
    var sorted =
        rows.stream().sorted(Comparator.comparing(row -> row.run().uuid())).distinct().toList();
    return List.of(
        Statement.plain(
            STAND,
            parameters ->
                parameters
                    .over(sorted)
                    .with("uuid", row -> row.tenant().uuid())
                    .with("uuid", row -> row.run().uuid())));
  }
}
