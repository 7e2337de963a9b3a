package io.ganglion.move;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows by which loops find a tenant that has something due. */
final class Hints {
  private static final List<String> TABLES =
      List.of(
          "run_queue",
          "schedule_due",
          "trigger_due",
          "webhook_pending",
          "webhook_lane",
          "webhook_tenant",
          "notification_pending",
          "notification_tenant",
          "lab_trial_due",
          "worker_tenant");

  /** As the end of a pause wakes them; see {@code run.RunStore}. */
  private static final String PAUSED_RUNS =
      """
      INSERT INTO run_queue AS q (tenant_id, run_id, due_at)
      SELECT tenant_id, id, now() FROM run
      WHERE tenant_id = ? AND state = 'WAITING' AND waiting_for ->> 'reason' = 'paused' AND ended_at IS NULL
      ON CONFLICT (tenant_id, run_id) DO UPDATE SET due_at = least(q.due_at, excluded.due_at)
      """;

  /** A loop that looked while the tenant was sealed saw nothing to be done, and put it off. */
  private static final String LANES =
      "UPDATE webhook_lane SET due_at = least(due_at, now()) WHERE tenant_id = ?";

  private Hints() {}

  /** Nobody looks for work of the tenant in this cell any more. */
  static void take(Session cell) {
    TABLES.forEach(
        table -> cell.update("DELETE FROM %s WHERE tenant_id = ?".formatted(table), cell.id()));
    cell.run("DELETE FROM scheduled_tasks WHERE " + Export.ERRANDS.where(cell));
  }

  /**
   * Counts alone of these tables: loops see hints of every tenant, and put off what they find
   * nothing behind. That the copy was whole is known from before its commit.
   */
  static Map<String, Sum> loosely(Map<String, Sum> sums) {
    var loose = new LinkedHashMap<>(sums);
    TABLES.forEach(table -> loose.computeIfPresent(table, (name, sum) -> new Sum(sum.rows(), "")));
    return loose;
  }

  /** What waited for the move's end is due. */
  static void wake(Session cell) {
    cell.update(PAUSED_RUNS, cell.id());
    cell.update(LANES, cell.id());
  }
}
