package io.ganglion.coordination;

import io.ganglion.db.BatchWriter;
import io.ganglion.db.Refusal;
import io.ganglion.db.Statement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Counts what dispatches take of upstream budgets, across all workers and tenants, in the commit of
 * the intents: a dispatch that isn't committed takes nothing, and losing Redis loses nothing (ADR
 * 0034). A window is divided into {@link #SLOTS} slots; what was taken counts until the slot after
 * the last has begun, so that no stretch of the window's length ever has more than its limit.
 */
final class Taking implements BatchWriter<BudgetWrite.Take> {
  static final int SLOTS = 60;

  /** Makes sure of the rows and locks them, in one order for all batches. */
  private static final String LOCK =
      """
      INSERT INTO budget AS b (key) SELECT DISTINCT key FROM unnest(?::text[]) AS w (key) ORDER BY key
      ON CONFLICT (key) DO UPDATE SET key = b.key WHERE false
      """;

  private static final String TAKE =
      """
      WITH want AS MATERIALIZED (
        SELECT key, slot_ms, most, units, i, sum(units) OVER (PARTITION BY key ORDER BY i) AS reach
        FROM unnest(?::text[], ?::bigint[], ?::int[], ?::int[]) WITH ORDINALITY AS w (key, slot_ms, most, units, i)),
      taken AS MATERIALIZED (
        SELECT key, slot_ms, sum(units) AS units, floor(extract(epoch FROM clock_timestamp()) * 1000 / slot_ms)::bigint AS slot
        FROM want GROUP BY key, slot_ms),
      past AS MATERIALIZED (
        SELECT t.key, t.slot_ms, u.slot, u.units, sum(u.units) OVER (PARTITION BY t.key ORDER BY u.slot) AS freed
        FROM taken t JOIN budget_use u ON u.key = t.key AND u.slot >= t.slot - %1$d),
      used AS MATERIALIZED (SELECT key, sum(units) AS units FROM past GROUP BY key),
      counted AS (
        INSERT INTO budget_use AS u (key, slot, units) SELECT key, slot, units FROM taken ORDER BY key
        ON CONFLICT (key, slot) DO UPDATE SET units = u.units + excluded.units),
      gone AS (DELETE FROM budget_use u USING taken t WHERE u.key = t.key AND u.slot < t.slot - %1$d)
      SELECT want.i, b.paused_until > now() AS paused, b.paused_until,
             coalesce((SELECT to_timestamp((min(p.slot) + %1$d + 1) * p.slot_ms / 1000.0) FROM past p
                       WHERE p.key = want.key AND p.freed >= used.units + want.reach - want.most GROUP BY p.slot_ms),
                      clock_timestamp() + make_interval(secs => want.slot_ms / 1000.0)) AS free
      FROM want JOIN budget b USING (key) LEFT JOIN used USING (key)
      WHERE b.paused_until > now() OR coalesce(used.units, 0) + want.reach > want.most
      """
          .formatted(SLOTS);

  @Override
  public Class<BudgetWrite.Take> writes() {
    return BudgetWrite.Take.class;
  }

  @Override
  public Rank rank() {
    return Rank.GUARD;
  }

  @Override
  public List<Statement> statements(long worker, List<BudgetWrite.Take> rows) {
    return List.of(
        Statement.plain(
            LOCK, parameters -> parameters.over(rows).with("text", row -> row.use().key())),
        new Statement(
            TAKE,
            parameters ->
                parameters
                    .over(rows)
                    .with("text", row -> row.use().key())
                    .with("int8", row -> slotMs(row.use()))
                    .with("int4", row -> row.use().limit())
                    .with("int4", row -> row.use().units()),
            row -> refused(rows.get(row.getInt(1) - 1), row)));
  }

  /** How long a slot is, in milliseconds; at least one. */
  static long slotMs(BudgetUse use) {
    return Math.max(1, Math.ceilDiv(use.length().toMillis(), SLOTS));
  }

  private static Statement.Refused refused(BudgetWrite.Take take, ResultSet row)
      throws SQLException {
    var use = take.use();
    if (row.getBoolean("paused")) {
      var until = row.getTimestamp("paused_until").toInstant();
      var detail =
          "%s: the platform asked not to be called before %s".formatted(use.title(), until);
      return new Statement.Refused(take, new Refusal("upstream", detail, Optional.of(until)));
    }
    var detail = "%s: all %d in %s are used up".formatted(use.title(), use.limit(), use.length());
    var free = row.getTimestamp("free").toInstant();
    return new Statement.Refused(take, new Refusal("upstream", detail, Optional.of(free)));
  }
}
