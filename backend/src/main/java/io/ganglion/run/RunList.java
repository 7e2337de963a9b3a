package io.ganglion.run;

import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.WorkflowId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Lists runs, newest first. One page looks through a bounded number of them: an index for each way
 * to narrow would cost every run more than the few lists are worth. Those that need somebody are
 * few, and have one.
 */
final class RunList {
  /** Runs that are looked through for one page. */
  static final int LOOKED_THROUGH = 10_000;

  private static final UUID LAST = new UUID(-1, -1);

  private static final String NARROWED =
      """
        AND r.id < ? AND r.id >= ? AND (?::text IS NULL OR r.state = ?)
        AND (?::uuid IS NULL OR r.agent_id = ?) AND (?::uuid IS NULL OR r.workflow_id = ?)
        AND (?::text IS NULL OR w.namespace || '/' || w.name = ?)
      """;
  private static final String ORDER = " ORDER BY r.id DESC LIMIT ?";
  private static final String OF_PARENT = " AND r.parent_id = ?";
  private static final String ATTENTION = " AND r.state = 'NEEDS_ATTENTION'";

  /** The last that is looked through; none where fewer are left. */
  private static final String FLOOR =
      "SELECT id FROM run WHERE tenant_id = ? AND id < ? ORDER BY id DESC OFFSET ? LIMIT 1";

  private RunList() {}

  /**
   * @param before runs from this one on are left out
   */
  static Page<Run> page(
      Connection connection, TenantId tenant, RunFilter filter, int limit, Optional<RunId> before)
      throws SQLException {
    var from = before.map(RunId::uuid).orElse(LAST);
    var floor =
        filter.narrows() && filter.parent().isEmpty() && !attention(filter)
            ? floor(connection, tenant, from)
            : Optional.<UUID>empty();
    var runs = read(connection, tenant, filter, limit + 1, from, floor.orElse(new UUID(0, 0)));
    var page = Page.of(runs, limit, run -> run.id().toString());
    return page.next().isPresent() || floor.isEmpty()
        ? page
        : new Page<>(page.data(), floor.map(id -> new RunId(id).toString()));
  }

  private static Optional<UUID> floor(Connection connection, TenantId tenant, UUID from)
      throws SQLException {
    try (var select = connection.prepareStatement(FLOOR)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, from);
      select.setInt(3, LOOKED_THROUGH - 1);
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
      }
    }
  }

  private static List<Run> read(
      Connection connection, TenantId tenant, RunFilter filter, int limit, UUID from, UUID floor)
      throws SQLException {
    var sql =
        RunStore.SELECT
            + NARROWED
            + (filter.parent().isPresent() ? OF_PARENT : "")
            + (attention(filter) ? ATTENTION : "")
            + ORDER;
    try (var select = connection.prepareStatement(sql)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, from);
      select.setObject(3, floor);
      int at = twice(select, 4, filter.state().map(Enum::name).orElse(null));
      at = twice(select, at, filter.agent().map(AgentId::uuid).orElse(null));
      at = twice(select, at, filter.version().map(WorkflowId::uuid).orElse(null));
      at = twice(select, at, filter.workflow().orElse(null));
      if (filter.parent().isPresent()) {
        select.setObject(at++, filter.parent().get().uuid());
      }
      select.setInt(at, limit);
      var runs = new ArrayList<Run>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          runs.add(RunRows.read(row));
        }
      }
      return runs;
    }
  }

  private static boolean attention(RunFilter filter) {
    return filter.state().filter(RunState.NEEDS_ATTENTION::equals).isPresent();
  }

  private static int twice(
      PreparedStatement select, int at, @org.jspecify.annotations.Nullable Object value)
      throws SQLException {
    select.setObject(at, value);
    select.setObject(at + 1, value);
    return at + 2;
  }
}
