package io.ganglion.run;

import io.ganglion.coordination.Depth;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.SystemId;
import io.ganglion.kernel.TenantId;
import io.ganglion.meter.HeldRows;
import io.ganglion.run.Receipt.EntryVersion;
import io.ganglion.run.Receipt.Held;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;

/** Makes receipts from what is on record. */
@ApplicationScoped
public class Receipts {
  private static final String HOLDS =
      """
      SELECT coalesce(h.member_id, h.run_id) AS member, h.system_id, h.connector, s.label, h.weight, h.opened_at, h.closed_at, h.close_reason,
             coalesce(h.closed_at, now()) AS until
      FROM run r JOIN hold h ON h.tenant_id = r.tenant_id AND h.run_id = r.root_id
      JOIN system s ON s.tenant_id = h.tenant_id AND s.id = h.system_id
      WHERE r.tenant_id = ? AND r.id = ? AND (r.id = r.root_id OR h.member_id = r.id) ORDER BY h.opened_at, h.id
      """;

  /** As the ledger will have them. */
  private static final String RATED =
      """
      SELECT h.id, h.run_id, h.system_id, r.agent_id, r.workflow_id, h.connector, h.weight, h.fence, h.zero_rate,
             h.opened_at AS opened, coalesce(h.closed_at, now()) AS closed, h.close_reason AS reason,
             z.from_at, z.to_at, z.code
      FROM run r JOIN hold h ON h.tenant_id = r.tenant_id AND h.run_id = r.root_id
      LEFT JOIN hold_zero z ON z.tenant_id = h.tenant_id AND z.hold_id = h.id
      WHERE r.tenant_id = ? AND r.id = ? AND (r.id = r.root_id OR h.member_id = r.id)
      ORDER BY h.run_id, h.system_id, h.opened_at, h.id, z.from_at
      """;

  private static final String WRITTEN =
      "SELECT key, version FROM agent_state_history WHERE tenant_id = ? AND run_id = ? ORDER BY key, version";
  private static final String READ =
      """
      SELECT DISTINCT key, version FROM state_read WHERE tenant_id = ? AND run_id = ? ORDER BY key, version
      """;

  private static final String UNDONE =
      """
      SELECT key, version FROM state_undo WHERE tenant_id = ? AND run_id = ? AND restored ORDER BY key
      """;
  private static final String KEPT =
      """
      SELECT key, version FROM state_undo WHERE tenant_id = ? AND run_id = ? AND NOT restored ORDER BY key
      """;

  private final TenantTx tx;

  Receipts(TenantTx tx) {
    this.tx = tx;
  }

  /** Of a root run, with the holds of all its family; of another, with its own. */
  public Receipt of(TenantId tenant, RunId run) {
    return tx.call(
        tenant,
        connection -> {
          var stretches = new ArrayList<Depth.Stretch>();
          var holds =
              rows(
                  connection,
                  HOLDS,
                  tenant,
                  run,
                  row -> {
                    var held = held(row);
                    stretches.add(
                        new Depth.Stretch(
                            run,
                            held.system(),
                            held.connector(),
                            held.weight(),
                            held.openedAt(),
                            row.getTimestamp("until").toInstant()));
                    return held;
                  });
          var read = rows(connection, READ, tenant, run, Receipts::version);
          var written = rows(connection, WRITTEN, tenant, run, Receipts::version);
          var restored = rows(connection, UNDONE, tenant, run, Receipts::version);
          var kept = rows(connection, KEPT, tenant, run, Receipts::version);
          return new Receipt(
              Depth.of(stretches),
              billed(connection, tenant, run),
              holds,
              read,
              written,
              restored,
              kept);
        });
  }

  private static long billed(Connection connection, TenantId tenant, RunId run)
      throws SQLException {
    var sum = new LongAdder();
    try (var select = connection.prepareStatement(RATED)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, run.uuid());
      try (var row = select.executeQuery()) {
        HeldRows.each(row, piece -> sum.add(piece.billable() ? piece.depthMs() : 0));
      }
    }
    return sum.sum();
  }

  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private static <T> List<T> rows(
      Connection connection, String sql, TenantId tenant, RunId run, Reader<T> reader)
      throws SQLException {
    var found = new ArrayList<T>();
    try (var select = connection.prepareStatement(sql)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, run.uuid());
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.add(reader.read(row));
        }
      }
    }
    return found;
  }

  private static Held held(ResultSet row) throws SQLException {
    int weight = row.getInt("weight");
    Instant opened = row.getTimestamp("opened_at").toInstant();
    var closed = row.getTimestamp("closed_at");
    long ms = Depth.millis(opened, row.getTimestamp("until").toInstant());
    return new Held(
        new RunId(row.getObject("member", UUID.class)),
        new SystemId(row.getObject("system_id", UUID.class)),
        row.getString("connector"),
        row.getString("label"),
        weight,
        opened,
        closed == null ? null : closed.toInstant(),
        row.getString("close_reason"),
        weight * ms);
  }

  private static EntryVersion version(ResultSet row) throws SQLException {
    return new EntryVersion(row.getString("key"), row.getLong("version"));
  }
}
