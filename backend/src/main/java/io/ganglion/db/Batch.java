package io.ganglion.db;

import io.ganglion.db.GroupCommit.Committed;
import io.ganglion.db.GroupCommit.Unit;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** One transaction of the group commit, with what it does when a part of it can't be written. */
final class Batch {
  private static final int DEADLOCK_TRIES = 5;

  private static final String FENCE =
      """
      WITH scope AS (SELECT set_config('ganglion.tenants', ?, true))
      SELECT now() FROM scope, worker WHERE worker.id = ? AND worker.fenced_at IS NULL FOR KEY SHARE OF worker
      """;

  private final DataSource engine;
  private final Lease lease;
  private final List<BatchWriter<?>> writers;

  Batch(DataSource engine, Lease lease, List<BatchWriter<?>> writers) {
    this.engine = engine;
    this.lease = lease;
    this.writers = writers.stream().sorted(Comparator.comparing(BatchWriter::rank)).toList();
  }

  /** Commits the units; every unit's future is completed when it returns. Never throws. */
  void commit(List<Unit> units) {
    try {
      commit(units, DEADLOCK_TRIES);
    } catch (RuntimeException | Error e) { // a writer's bug must not stop the committer
      units.forEach(unit -> unit.future().completeExceptionally(new CommitFailed.Lost(e)));
    }
  }

  private void commit(List<Unit> units, int triesLeft) {
    if (units.isEmpty()) {
      return;
    }
    Map<Unit, Refusal> refused;
    try (var connection = engine.getConnection()) {
      connection.setAutoCommit(false);
      try {
        var time = fence(connection, units);
        if (time == null) {
          connection.rollback();
          units.forEach(unit -> unit.future().completeExceptionally(new CommitFailed.Fenced()));
          return;
        }
        refused = write(connection, units);
        if (refused.isEmpty()) {
          connection.commit();
          units.forEach(unit -> unit.future().complete(new Committed(time)));
          return;
        }
        connection.rollback();
      } catch (SQLException e) {
        rollbackQuietly(connection, e);
        throw e;
      } finally {
        restore(connection);
      }
    } catch (SQLException e) {
      recover(units, triesLeft, e);
      return;
    }
    refused.forEach(
        (unit, why) -> unit.future().completeExceptionally(new CommitFailed.Refused(why)));
    commit(units.stream().filter(unit -> !refused.containsKey(unit)).toList(), triesLeft);
  }

  private void recover(List<Unit> units, int triesLeft, SQLException e) {
    var state = e.getSQLState() == null ? "" : e.getSQLState();
    boolean again = state.equals("40P01") || state.equals("40001");
    boolean data = state.startsWith("22") || state.startsWith("23");
    if (again && triesLeft > 0) {
      commit(units, triesLeft - 1);
    } else if (data && units.size() > 1) { // find the one that can't be written, keep the others
      int half = units.size() / 2;
      commit(units.subList(0, half), triesLeft);
      commit(units.subList(half, units.size()), triesLeft);
    } else if (data) {
      units.getFirst().future().completeExceptionally(new CommitFailed.Unwritable(e));
    } else {
      units.forEach(unit -> unit.future().completeExceptionally(new CommitFailed.Lost(e)));
    }
  }

  /** The transaction's time, or null when the worker was fenced. */
  private @org.jspecify.annotations.Nullable Instant fence(Connection connection, List<Unit> units)
      throws SQLException {
    try (var statement = connection.prepareStatement(FENCE)) {
      var list = new StringBuilder();
      for (var tenant : GroupCommit.tenants(units)) {
        list.append(list.isEmpty() ? "" : ",").append(tenant.uuid());
      }
      statement.setString(1, list.toString());
      statement.setLong(2, lease.worker());
      try (var row = statement.executeQuery()) {
        return row.next() ? row.getTimestamp(1).toInstant() : null;
      }
    }
  }

  private Map<Unit, Refusal> write(Connection connection, List<Unit> units) throws SQLException {
    var owner = new IdentityHashMap<Write, Unit>();
    var byKind = new LinkedHashMap<Class<?>, List<Write>>();
    for (var unit : units) {
      for (var write : unit.writes()) {
        owner.put(write, unit);
        byKind.computeIfAbsent(write.getClass(), kind -> new ArrayList<>()).add(write);
      }
    }
    var refused = new IdentityHashMap<Unit, Refusal>();
    for (var writer : writers) {
      var rows = byKind.remove(writer.writes());
      if (rows != null) {
        if (writer.rank() != BatchWriter.Rank.GUARD && !refused.isEmpty()) {
          return refused;
        }
        apply(connection, writer, rows)
            .forEach((row, why) -> refused.putIfAbsent(owner.get(row), why));
      }
    }
    if (!byKind.isEmpty()) {
      throw new IllegalStateException("no writer for " + byKind.keySet());
    }
    return refused;
  }

  private <W extends Write> Map<W, Refusal> apply(
      Connection connection, BatchWriter<W> writer, List<Write> rows) throws SQLException {
    var typed = new ArrayList<W>(rows.size());
    rows.forEach(row -> typed.add(writer.writes().cast(row)));
    return writer.apply(connection, lease.worker(), typed);
  }

  private static void rollbackQuietly(Connection connection, SQLException because) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
  }

  private static void restore(Connection connection) {
    try {
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      // the pool finds a broken connection by itself
    }
  }
}
