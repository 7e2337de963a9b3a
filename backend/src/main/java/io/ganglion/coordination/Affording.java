package io.ganglion.coordination;

import io.ganglion.db.BatchWriter;
import io.ganglion.db.Parameters;
import io.ganglion.db.Refusal;
import io.ganglion.db.Statement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Sets money aside before a dispatch. What is spent and set aside in a calendar month (UTC) never
 * passes a cap, of whichever of the three it is; a cap bounds what is spent in its own currency.
 */
final class Affording implements BatchWriter<SpendWrite.Reserve> {
  private static final String ROWS =
      """
      WITH w AS MATERIALIZED (
        SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::bigint[], ?::int[])
          AS w (tenant_id, effect_id, scope, subject, currency, micros, i))
      """;

  /** Makes sure of the sums and locks them, in one order for all batches. */
  private static final String LOCK =
      ROWS
          + """
          INSERT INTO spend AS s (tenant_id, scope, subject, currency, month)
          SELECT DISTINCT tenant_id, scope, subject, currency, date_trunc('month', now(), 'UTC')::date FROM w ORDER BY 1, 2, 3, 4
          ON CONFLICT (tenant_id, scope, subject, currency, month) DO UPDATE SET spent = s.spent WHERE false
          """;

  private static final String RESERVE =
      ROWS
          + """
          , fresh AS MATERIALIZED ( -- another attempt of the same act has its money
            SELECT w.*, sum(w.micros) OVER (PARTITION BY w.tenant_id, w.scope, w.subject, w.currency ORDER BY w.i) AS reach
            FROM w WHERE NOT EXISTS (SELECT FROM spending p WHERE p.tenant_id = w.tenant_id AND p.effect_id = w.effect_id AND NOT p.settled)),
          noted AS (
            INSERT INTO spending AS p (tenant_id, effect_id, agent_id, connection_id, currency, month, reserved)
            SELECT tenant_id, effect_id, (array_agg(subject) FILTER (WHERE scope = 'agent'))[1],
                   (array_agg(subject) FILTER (WHERE scope = 'connection'))[1], currency, date_trunc('month', now(), 'UTC')::date, max(micros)
            FROM fresh GROUP BY tenant_id, effect_id, currency
            ON CONFLICT (tenant_id, effect_id) DO UPDATE
              SET reserved = excluded.reserved, spent = 0, settled = false, month = excluded.month, currency = excluded.currency),
          sums AS (SELECT tenant_id, scope, subject, currency, sum(micros) AS micros FROM fresh GROUP BY 1, 2, 3, 4),
          moved AS (
            UPDATE spend s SET reserved = s.reserved + sums.micros FROM sums
            WHERE s.tenant_id = sums.tenant_id AND s.scope = sums.scope AND s.subject = sums.subject
              AND s.currency = sums.currency AND s.month = date_trunc('month', now(), 'UTC')::date
            RETURNING s.tenant_id, s.scope, s.subject, s.currency, s.reserved - sums.micros + s.spent AS base)
          SELECT f.i, f.scope, moved.base, c.micros AS cap, f.currency,
                 (date_trunc('month', now(), 'UTC') + interval '1 month') AS until
          FROM fresh f JOIN moved USING (tenant_id, scope, subject, currency)
          JOIN spend_cap c USING (tenant_id, scope, subject, currency)
          WHERE moved.base + f.reach > c.micros
          """;

  /** One sum that an act counts in. */
  private record Part(SpendWrite.Reserve reserve, String scope, UUID subject, int number) {}

  @Override
  public Class<SpendWrite.Reserve> writes() {
    return SpendWrite.Reserve.class;
  }

  @Override
  public Rank rank() {
    return Rank.GUARD;
  }

  @Override
  public List<Statement> statements(long worker, List<SpendWrite.Reserve> rows) {
    var parts = new ArrayList<Part>();
    for (var row : rows) {
      int number = parts.isEmpty() ? 0 : parts.getLast().number + 1;
      var cost = row.cost();
      parts.add(new Part(row, "tenant", row.tenant().uuid(), number));
      parts.add(new Part(row, "connection", cost.connection().uuid(), number));
      if (cost.agent() != null) {
        parts.add(new Part(row, "agent", cost.agent().uuid(), number));
      }
    }
    return List.of(
        Statement.plain(LOCK, parameters -> bind(parameters, parts)),
        new Statement(
            RESERVE,
            parameters -> bind(parameters, parts),
            row -> new Statement.Refused(rows.get(row.getInt(1)), spent(row))));
  }

  private static void bind(Parameters parameters, List<Part> parts) throws SQLException {
    parameters
        .over(parts)
        .with("uuid", part -> part.reserve.tenant().uuid())
        .with("uuid", part -> part.reserve.effect().uuid())
        .with("text", Part::scope)
        .with("uuid", Part::subject)
        .with("text", part -> part.reserve.cost().price().currency())
        .with("int8", part -> part.reserve.micros())
        .with("int4", Part::number);
  }

  private static Refusal spent(ResultSet row) throws SQLException {
    var detail =
        "spend cap of the %s: %s of %s %s are spent or set aside this month"
            .formatted(
                row.getString("scope"),
                amount(row.getLong("base"), row.getString("currency")),
                amount(row.getLong("cap"), row.getString("currency")),
                row.getString("currency"));
    return new Refusal(Spends.REASON, detail, Optional.of(row.getTimestamp("until").toInstant()));
  }

  /** In the currency's own unit, for people. */
  private static String amount(long micros, String currency) {
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    return BigDecimal.valueOf(micros, 6 + digits).setScale(digits, RoundingMode.UP).toPlainString();
  }
}
