package io.ganglion.coordination;

import io.ganglion.db.BatchWriter;
import io.ganglion.db.Columns;
import io.ganglion.db.Parameters;
import io.ganglion.db.Refusal;
import io.ganglion.db.Statement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts what dispatches take of upstream budgets, across all workers and tenants, in the commit of
 * the intents: a dispatch that isn't committed takes nothing, and losing Redis loses nothing (ADR
 * 0034). A window is divided into {@link #SLOTS} slots; what was taken counts until the slot after
 * the last has begun, so that no stretch of the window's length ever has more than its limit.
 */
final class Taking implements BatchWriter<UpstreamWrite.OfBudget> {
  static final int SLOTS = 60;

  private static final Easing EASING = new Easing("budget", "key", "paused_until");

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
      gone AS (DELETE FROM budget_use u USING taken t WHERE u.key = t.key AND u.slot < t.slot - %1$d),
      %2$s
      SELECT want.i, a.until, a.nth > a.room AS refused, a.until > now() AS paused, a.again,
             coalesce(used.units, 0) + want.reach > want.most AS used_up,
             coalesce((SELECT to_timestamp((min(p.slot) + %1$d + 1) * p.slot_ms / 1000.0) FROM past p
                       WHERE p.key = want.key AND p.freed >= used.units + want.reach - want.most GROUP BY p.slot_ms),
                      clock_timestamp() + make_interval(secs => want.slot_ms / 1000.0)) AS free
      FROM want LEFT JOIN used USING (key)
      LEFT JOIN (SELECT i, until, nth, room, CASE WHEN nth > room THEN %3$s END AS again FROM asked) AS a ON a.i = want.i
      WHERE a.i IS NOT NULL OR coalesce(used.units, 0) + want.reach > want.most
      """
          .formatted(SLOTS, EASING.asked(), Easing.again());

  private static final String ANSWER = EASING.answered("?::text[], ?::timestamptz[], ?::boolean[]");
  private static final String REST = EASING.rests("?::text[], ?::timestamptz[]");

  @Override
  public Class<UpstreamWrite.OfBudget> writes() {
    return UpstreamWrite.OfBudget.class;
  }

  @Override
  public Rank rank() {
    return Rank.GUARD;
  }

  @Override
  public List<Statement> statements(long worker, List<UpstreamWrite.OfBudget> rows) {
    var sorted = Paced.of(rows);
    var statements = new ArrayList<Statement>();
    statements.add(Statement.plain(LOCK, parameters -> keys(parameters, rows)));
    statements.addAll(sorted.changes(Taking::keys, ANSWER, REST));
    if (!sorted.asks().isEmpty()) {
      var asks = sorted.asks();
      statements.add(
          new Statement(
              TAKE,
              parameters ->
                  keys(parameters, asks)
                      .with("int8", row -> slotMs(row.use()))
                      .with("int4", row -> row.use().limit())
                      .with("int4", row -> row.use().units()),
              row -> told(asks.get(row.getInt(1) - 1), row)));
    }
    return statements;
  }

  private static Columns<UpstreamWrite.OfBudget> keys(
      Parameters parameters, List<UpstreamWrite.OfBudget> rows) throws SQLException {
    return parameters.over(rows).with("text", row -> row.use().key());
  }

  /** How long a slot is, in milliseconds; at least one. */
  static long slotMs(BudgetUse use) {
    return Math.max(1, Math.ceilDiv(use.length().toMillis(), SLOTS));
  }

  private static Statement.@Nullable Refused told(UpstreamWrite.OfBudget ask, ResultSet row)
      throws SQLException {
    var use = ask.use();
    if (row.getBoolean("refused")) {
      var why = Paced.why(row.getBoolean("paused"), row.getTimestamp("until").toInstant());
      return refused(ask, "%s: %s".formatted(use.title(), why), row.getTimestamp("again"));
    }
    if (row.getBoolean("used_up")) {
      var why = "%s: all %d in %s are used up".formatted(use.title(), use.limit(), use.length());
      return refused(ask, why, row.getTimestamp("free"));
    }
    Paced.let(ask, row.getTimestamp("until").toInstant());
    return null;
  }

  private static Statement.Refused refused(
      UpstreamWrite.OfBudget ask, String why, Timestamp again) {
    return new Statement.Refused(ask, new Refusal("upstream", why, Optional.of(again.toInstant())));
  }
}
