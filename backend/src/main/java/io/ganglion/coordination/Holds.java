package io.ganglion.coordination;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.HoldId;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.SystemId;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;

/** The holds of a tenant, as they are on record. Opening and closing them is the runs' own. */
@ApplicationScoped
public class Holds {
  private static final String COLUMNS =
      """
      SELECT id, run_id, member_id, system_id, connector, weight, opened_at, closed_at, close_reason, zero_rate
      FROM hold WHERE tenant_id = ?
      """;

  private static final String ORDER = " AND (?::uuid IS NULL OR id < ?) ORDER BY id DESC LIMIT ?";

  private final TenantTx tx;

  Holds(TenantTx tx) {
    this.tx = tx;
  }

  /**
   * The latest first.
   *
   * @param run the root run; empty: of all runs
   * @param before holds from this one on are left out
   */
  public Page<Hold> list(
      TenantId tenant,
      Optional<RunId> run,
      Optional<Hold.State> state,
      int limit,
      Optional<HoldId> before) {
    return tx.call(
        tenant,
        connection -> {
          var found = new ArrayList<Hold>();
          try (var select = connection.prepareStatement(narrowed(run, state))) {
            var last = before.map(HoldId::uuid).orElse(null);
            int at = 0;
            select.setObject(++at, tenant.uuid());
            if (run.isPresent()) {
              select.setObject(++at, run.get().uuid());
            }
            select.setObject(++at, last);
            select.setObject(++at, last);
            select.setInt(++at, limit + 1);
            try (var row = select.executeQuery()) {
              while (row.next()) {
                found.add(read(row));
              }
            }
          }
          return Page.of(found, limit, hold -> hold.id().toString());
        });
  }

  /** What is asked for is in the text, so that the index of it serves. */
  private static String narrowed(Optional<RunId> run, Optional<Hold.State> state) {
    var open =
        switch (state.orElse(null)) {
          case null -> "";
          case OPEN -> " AND closed_at IS NULL";
          case CLOSED -> " AND closed_at IS NOT NULL";
        };
    return COLUMNS + (run.isPresent() ? " AND run_id = ?" : "") + open + ORDER;
  }

  private static Hold read(ResultSet row) throws SQLException {
    var member = row.getObject("member_id", UUID.class);
    var closed = row.getObject("closed_at", OffsetDateTime.class);
    return new Hold(
        new HoldId(row.getObject("id", UUID.class)),
        new RunId(row.getObject("run_id", UUID.class)),
        member == null ? null : new RunId(member),
        new SystemId(row.getObject("system_id", UUID.class)),
        row.getString("connector"),
        row.getInt("weight"),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        closed == null ? null : closed.toInstant(),
        row.getString("close_reason"),
        row.getString("zero_rate"));
  }
}
