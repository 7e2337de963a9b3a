package io.ganglion.coordination;

import io.ganglion.db.BatchWriter;
import io.ganglion.db.Parameters;
import io.ganglion.db.Refusal;
import io.ganglion.db.Statement;
import io.ganglion.kernel.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes exclusive systems; a unit that can't have one waits, and is told for whom. */
final class Reservations implements BatchWriter<HoldWrite.Reserve> {
  private static final String TAKE =
      """
      INSERT INTO reservation (tenant_id, system_id, run_id)
      SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::uuid[])
      ON CONFLICT DO NOTHING
      """;

  /**
   * In a family, another member may be giving the system back: locking the row finds out, and takes
   * it anew if it is gone. No other run waits for such a lock.
   */
  private static final String KEEP =
      """
      INSERT INTO reservation AS r (tenant_id, system_id, run_id)
      SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::uuid[])
      ON CONFLICT (tenant_id, system_id) DO UPDATE SET run_id = r.run_id WHERE false
      """;

  private static final String LOST =
      """
      SELECT want.i, r.run_id, s.label
      FROM unnest(?::uuid[], ?::uuid[], ?::uuid[]) WITH ORDINALITY AS want (tenant_id, system_id, run_id, i)
      JOIN reservation r USING (tenant_id, system_id)
      JOIN system s ON s.tenant_id = r.tenant_id AND s.id = r.system_id
      WHERE r.run_id <> want.run_id
      """;

  @Override
  public Class<HoldWrite.Reserve> writes() {
    return HoldWrite.Reserve.class;
  }

  @Override
  public Rank rank() {
    return Rank.GUARD;
  }

  @Override
  public List<Statement> statements(long worker, List<HoldWrite.Reserve> rows) {
    var sorted = rows.stream().sorted(Comparator.comparing(row -> row.system().uuid())).toList();
    var statements = new ArrayList<Statement>();
    statements.add(Statement.plain(TAKE, parameters -> bind(parameters, sorted)));
    var shared = sorted.stream().filter(row -> row.holder().shared()).toList();
    if (!shared.isEmpty()) {
      statements.add(Statement.plain(KEEP, parameters -> bind(parameters, shared)));
    }
    statements.add(
        new Statement(
            LOST,
            parameters -> bind(parameters, sorted),
            row -> new Statement.Refused(sorted.get(row.getInt(1) - 1), held(row))));
    return statements;
  }

  private static void bind(Parameters parameters, List<HoldWrite.Reserve> rows)
      throws SQLException {
    parameters
        .over(rows)
        .with("uuid", row -> row.tenant().uuid())
        .with("uuid", row -> row.system().uuid())
        .with("uuid", row -> row.holder().root().uuid());
  }

  private static Refusal held(ResultSet row) throws SQLException {
    var holder = new RunId(row.getObject(2, UUID.class));
    var detail = "waits for system %s held by run %s".formatted(row.getString(3), holder);
    return new Refusal("system", detail, Optional.empty());
  }
}
