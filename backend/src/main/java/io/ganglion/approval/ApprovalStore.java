package io.ganglion.approval;

import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.ApprovalId;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The callers' statements; the engine's are in {@link ApprovalWriters} and {@link RunApprovals}.
 */
final class ApprovalStore {
  private static final String ONE =
      "SELECT " + ApprovalRows.COLUMNS + " FROM approval a WHERE a.tenant_id = ? AND a.id = ?";
  private static final String PAGE =
      "SELECT "
          + ApprovalRows.COLUMNS
          + """
            FROM approval a WHERE a.tenant_id = ? AND (?::text IS NULL OR a.state = ?) AND (?::uuid IS NULL OR a.run_id = ?)
              AND (?::uuid IS NULL OR a.agent_id = ?) AND (?::uuid IS NULL OR a.id < ?)
            ORDER BY a.id DESC LIMIT ?
            """;

  private static final String WAITING =
      "SELECT "
          + ApprovalRows.COLUMNS
          + " FROM approval a WHERE a.tenant_id = ? AND a.id = ANY (?) AND a.state = 'PENDING'";

  /** What keeps anybody from deciding; the row stays locked, so that the answer holds. */
  private static final String STANDING =
      """
      SELECT a.expires_at <= now() AS late, r.cancel_requested_at IS NOT NULL OR r.ended_at IS NOT NULL AS gone
      FROM approval a JOIN run r ON r.tenant_id = a.tenant_id AND r.id = a.run_id
      WHERE a.tenant_id = ? AND a.id = ? FOR UPDATE OF a
      """;

  /** The decision, its event and the run's place in the queue. */
  private static final String DECIDE =
      """
      WITH decided AS (
        UPDATE approval SET state = ?, decided_by = ?, comment = ?, decided_at = now()
        WHERE tenant_id = ? AND id = ? AND state = 'PENDING' RETURNING tenant_id, run_id, state),
      told AS (INSERT INTO outbox (tenant_id, run_id, type, data)
               SELECT tenant_id, run_id, 'approval.state', json_build_object('approval', ?::text, 'state', state) FROM decided)
      INSERT INTO run_queue AS q (tenant_id, run_id, due_at) SELECT tenant_id, run_id, now() FROM decided
      ON CONFLICT (tenant_id, run_id) DO UPDATE SET due_at = least(q.due_at, excluded.due_at)
      """;

  private ApprovalStore() {}

  static Optional<Approval> find(Connection connection, TenantId tenant, ApprovalId id)
      throws SQLException {
    try (var select = connection.prepareStatement(ONE)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, id.uuid());
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(ApprovalRows.read(row)) : Optional.empty();
      }
    }
  }

  static List<Approval> pending(Connection connection, TenantId tenant, List<ApprovalId> ids)
      throws SQLException {
    try (var select = connection.prepareStatement(WAITING)) {
      select.setObject(1, tenant.uuid());
      select.setArray(
          2, connection.createArrayOf("uuid", ids.stream().map(ApprovalId::uuid).toArray()));
      var found = new ArrayList<Approval>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.add(ApprovalRows.read(row));
        }
      }
      return found;
    }
  }

  static Page<Approval> list(
      Connection connection,
      TenantId tenant,
      ApprovalFilter filter,
      int limit,
      @Nullable UUID before)
      throws SQLException {
    try (var select = connection.prepareStatement(PAGE)) {
      var state = filter.state().map(Enum::name).orElse(null);
      var run = filter.run().map(RunId::uuid).orElse(null);
      var agent = filter.agent().map(AgentId::uuid).orElse(null);
      select.setObject(1, tenant.uuid());
      select.setString(2, state);
      select.setString(3, state);
      select.setObject(4, run);
      select.setObject(5, run);
      select.setObject(6, agent);
      select.setObject(7, agent);
      select.setObject(8, before);
      select.setObject(9, before);
      select.setInt(10, limit + 1);
      var found = new ArrayList<Approval>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.add(ApprovalRows.read(row));
        }
      }
      return Page.of(found, limit, approval -> approval.id().toString());
    }
  }

  /** How it stands towards time and run, its row locked; empty if there is none. */
  static Optional<Standing> lock(Connection connection, TenantId tenant, ApprovalId id)
      throws SQLException {
    try (var select = connection.prepareStatement(STANDING)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, id.uuid());
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Standing(row.getBoolean("late"), row.getBoolean("gone")))
            : Optional.empty();
      }
    }
  }

  /**
   * @param late whether its time is over
   * @param gone whether its run has ended or was cancelled
   */
  record Standing(boolean late, boolean gone) {}

  static void decide(
      Connection connection,
      TenantId tenant,
      ApprovalId id,
      ApprovalState state,
      String by,
      @Nullable String comment)
      throws SQLException {
    try (var update = connection.prepareStatement(DECIDE)) {
      update.setString(1, state.name());
      update.setString(2, by);
      update.setString(3, comment);
      update.setObject(4, tenant.uuid());
      update.setObject(5, id.uuid());
      update.setString(6, id.toString());
      update.executeUpdate();
    }
  }
}
