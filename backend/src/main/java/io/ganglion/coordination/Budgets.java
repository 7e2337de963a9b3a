package io.ganglion.coordination;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is left of upstream budgets, and who waits for them. Counting is the commits' own. */
@ApplicationScoped
public class Budgets {
  private static final String STANDING =
      """
      SELECT w.i, coalesce(u.units, 0) AS units,
             CASE WHEN b.paused_until > now() THEN b.paused_until END AS paused,
             to_timestamp((u.newest + %1$d + 1) * w.slot_ms / 1000.0) AS clear_at,
             (SELECT count(*) FROM run_queue p JOIN run r ON r.tenant_id = p.tenant_id AND r.id = p.run_id
              WHERE p.tenant_id = ? AND r.state = 'WAITING'
                AND starts_with(r.waiting_for ->> 'detail', w.title || ':')) AS waiting
      FROM unnest(?::text[], ?::bigint[], ?::text[]) WITH ORDINALITY AS w (key, slot_ms, title, i)
      LEFT JOIN budget b ON b.key = w.key
      LEFT JOIN LATERAL (
        SELECT sum(units) AS units, max(slot) AS newest FROM budget_use u
        WHERE u.key = w.key AND u.slot >= floor(extract(epoch FROM now()) * 1000 / w.slot_ms)::bigint - %1$d) AS u ON true
      ORDER BY w.i
      """
          .formatted(Taking.SLOTS);

  private final TenantTx tx;

  Budgets(TenantTx tx) {
    this.tx = tx;
  }

  /**
   * One window as it stands.
   *
   * @param used units that count still, of whatever tenant
   * @param clearAt when none of them will count any more; empty when none does
   * @param pausedUntil until when the platform asked not to be called; empty when it did not
   * @param waiting runs of the tenant that wait for it
   */
  public record Standing(
      BudgetUse window,
      int used,
      Optional<Instant> clearAt,
      Optional<Instant> pausedUntil,
      int waiting) {}

  /** In the order of the windows. */
  public List<Standing> standing(TenantId tenant, List<BudgetUse> windows) {
    return tx.call(
        tenant,
        connection -> {
          var found = new ArrayList<Standing>();
          try (var select = connection.prepareStatement(STANDING)) {
            select.setObject(1, tenant.uuid());
            select.setArray(2, connection.createArrayOf("text", of(windows, BudgetUse::key)));
            select.setArray(3, connection.createArrayOf("int8", of(windows, Taking::slotMs)));
            select.setArray(4, connection.createArrayOf("text", of(windows, BudgetUse::title)));
            try (var row = select.executeQuery()) {
              while (row.next()) {
                found.add(read(windows.get(row.getInt("i") - 1), row));
              }
            }
          }
          return found;
        });
  }

  private static Object[] of(List<BudgetUse> windows, Function<BudgetUse, Object> value) {
    return windows.stream().map(value).toArray();
  }

  private static Standing read(BudgetUse window, ResultSet row) throws SQLException {
    return new Standing(
        window,
        row.getInt("units"),
        instant(row, "clear_at"),
        instant(row, "paused"),
        row.getInt("waiting"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
