package io.ganglion.move;

import io.ganglion.agent.MayAct;
import io.ganglion.run.Runs;
import java.sql.SQLException;
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

  /** A loop that looked while the tenant was sealed saw nothing to be done, and put it off. */
  private static final String LANES =
      "UPDATE webhook_lane SET due_at = least(due_at, now()) WHERE tenant_id = ?";

  private Hints() {}

  /** Nobody looks for work of the tenant in this cell any more. */
  static void take(Session cell) {
    TABLES.forEach(cell::clear);
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
  static void wake(Session cell) throws SQLException {
    Runs.wakeAll(cell.connection(), cell.tenant(), MayAct.PAUSED);
    cell.update(LANES, cell.id());
  }
}
