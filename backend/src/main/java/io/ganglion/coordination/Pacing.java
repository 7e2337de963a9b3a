package io.ganglion.coordination;

import io.ganglion.db.BatchWriter;
import io.ganglion.db.Columns;
import io.ganglion.db.Parameters;
import io.ganglion.db.Refusal;
import io.ganglion.db.Statement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps acts off systems whose platform asked for a pause, and lets them follow one another
 * afterwards. A batch that only asks is one statement, which writes nothing where no pause was
 * recent.
 */
final class Pacing implements BatchWriter<UpstreamWrite.OfSystem> {
  private static final Easing EASING =
      new Easing("upstream_pause", "tenant_id, system_id", "until");

  /** All of a batch in one order, so that two batches can't wait for each other. */
  private static final String LOCK =
      """
      SELECT FROM upstream_pause WHERE (tenant_id, system_id) IN (SELECT * FROM unnest(?::uuid[], ?::uuid[]))
      ORDER BY tenant_id, system_id FOR NO KEY UPDATE
      """;

  private static final String ASK =
      """
      WITH want AS MATERIALIZED (
        SELECT tenant_id, system_id, i FROM unnest(?::uuid[], ?::uuid[]) WITH ORDINALITY AS w (tenant_id, system_id, i)),
      %s
      SELECT i, until, nth > room AS refused, until > now() AS paused, CASE WHEN nth > room THEN %s END AS again FROM asked
      """
          .formatted(EASING.asked(), Easing.again());

  private static final String ANSWER =
      EASING.answered("?::uuid[], ?::uuid[], ?::timestamptz[], ?::boolean[]");
  private static final String REST = EASING.rests("?::uuid[], ?::uuid[], ?::timestamptz[]");

  @Override
  public Class<UpstreamWrite.OfSystem> writes() {
    return UpstreamWrite.OfSystem.class;
  }

  @Override
  public Rank rank() {
    return Rank.GUARD;
  }

  @Override
  public List<Statement> statements(long worker, List<UpstreamWrite.OfSystem> rows) {
    var sorted = Paced.of(rows);
    var statements = new ArrayList<Statement>();
    var changes = sorted.changes(Pacing::systems, ANSWER, REST);
    if (!changes.isEmpty()) {
      statements.add(Statement.plain(LOCK, parameters -> systems(parameters, rows)));
    }
    statements.addAll(changes);
    if (!sorted.asks().isEmpty()) {
      var asks = sorted.asks();
      statements.add(
          new Statement(
              ASK,
              parameters -> systems(parameters, asks),
              row -> told(asks.get(row.getInt("i") - 1), row)));
    }
    return statements;
  }

  private static Columns<UpstreamWrite.OfSystem> systems(
      Parameters parameters, List<UpstreamWrite.OfSystem> rows) throws SQLException {
    return parameters
        .over(rows)
        .with("uuid", row -> row.tenant().uuid())
        .with("uuid", row -> row.system().uuid());
  }

  private static Statement.@Nullable Refused told(UpstreamWrite.OfSystem ask, ResultSet row)
      throws SQLException {
    var until = row.getTimestamp("until").toInstant();
    if (!row.getBoolean("refused")) {
      Paced.let(ask, until);
      return null;
    }
    var detail = Paced.why(row.getBoolean("paused"), until);
    var again = row.getTimestamp("again").toInstant();
    return new Statement.Refused(ask, new Refusal("upstream", detail, Optional.of(again)));
  }
}
