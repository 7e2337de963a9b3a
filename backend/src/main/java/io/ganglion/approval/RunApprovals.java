package io.ganglion.approval;

import io.ganglion.db.Replays;
import io.ganglion.db.Write;
import io.ganglion.kernel.Json;
import io.ganglion.outbox.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What one run has asked for, in its worker's memory: as read when the worker took the run up, and
 * what it asked since. A decision made in between is seen by the walk after the next park, for it
 * makes the run due, or when it looks. Thread-safe.
 */
public final class RunApprovals {
  private static final String EXPIRE =
      """
      WITH late AS (
        UPDATE approval SET state = 'EXPIRED', decided_at = now()
        WHERE tenant_id = ? AND id = ? AND state = 'PENDING' RETURNING tenant_id, run_id, state)
      INSERT INTO outbox (tenant_id, run_id, type, data)
      SELECT tenant_id, run_id, 'approval.state', json_build_object('approval', ?::text, 'state', state) FROM late
      """;

  /** In the positions of what takes back, which asks while its run no longer does. */
  private static final String COMPENSATION = "#compensate/";

  private final ConcurrentHashMap<Place, Approval> approvals = new ConcurrentHashMap<>();

  private record Place(String position, int ordinal) {}

  /** Reads what runs have asked for before, by their ids; the connection sees their tenants. */
  public static Map<UUID, RunApprovals> load(Connection connection, Replays replays)
      throws SQLException {
    var all = new HashMap<UUID, RunApprovals>();
    replays.runs().forEach(one -> all.put(one.run(), new RunApprovals()));
    replays
        .acting()
        .read(
            connection,
            ApprovalRows.COLUMNS.replace("a.run_id, ", "").replace("a.", "r."),
            "approval",
            false,
            "",
            (run, row) -> Objects.requireNonNull(all.get(run)).put(ApprovalRows.read(row)));
    return all;
  }

  /**
   * Settles one whose time is over, unless somebody decided at the last moment.
   *
   * @return it as it stands from now on
   */
  public static Approval expire(Connection connection, Approval late) throws SQLException {
    var asked = late.asked();
    try (var update = connection.prepareStatement(EXPIRE)) {
      update.setObject(1, asked.tenant().uuid());
      update.setObject(2, asked.id().uuid());
      update.setString(3, asked.id().toString());
      update.executeUpdate();
    }
    return read(connection, late);
  }

  /** It as it stands by now. */
  public static Approval read(Connection connection, Approval before) throws SQLException {
    return ApprovalStore.find(connection, before.asked().tenant(), before.id()).orElseThrow();
  }

  public Optional<Approval> find(String position, int ordinal) {
    return Optional.ofNullable(approvals.get(new Place(position, ordinal)));
  }

  public void put(Approval approval) {
    var asked = approval.asked();
    approvals.put(new Place(asked.position(), asked.ordinal()), approval);
  }

  /** Puts a question to people: what the caller commits, with whatever else belongs to it. */
  public static List<Write> ask(Approval.Asked asked) {
    var data = Json.object().put("approval", asked.id().toString());
    data.put("state", ApprovalState.PENDING.name());
    return List.of(
        new ApprovalWrite.Ask(asked),
        new Event(asked.tenant(), asked.run(), "approval.state", data));
  }

  /** What takes back the questions of a visit and of the visits inside it. */
  public List<Write> withdraw(String position) {
    var writes = new ArrayList<Write>();
    for (var one : approvals.values()) {
      var asked = one.asked();
      if (one.pending() && within(asked.position(), position)) {
        writes.add(new ApprovalWrite.Withdraw(asked.tenant(), asked.id()));
      }
    }
    return writes;
  }

  private static boolean within(String position, String outer) {
    if (position.contains(COMPENSATION) && !outer.contains(COMPENSATION)) {
      return false;
    }
    return outer.isEmpty() || position.equals(outer) || position.startsWith(outer + "/");
  }
}
