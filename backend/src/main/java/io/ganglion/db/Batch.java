package io.ganglion.db;

import io.ganglion.db.GroupCommit.Committed;
import io.ganglion.db.GroupCommit.Unit;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** One transaction of the group commit, with what it does when a part of it can't be written. */
final class Batch {
  private static final int DEADLOCK_TRIES = 5;

  /** SQLSTATE of {@code ganglion_fence} for a worker that was fenced. */
  static final String FENCED = "GF001";

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
      var owner = new IdentityHashMap<Write, Unit>();
      var script = script(units, owner);
      connection.setAutoCommit(!script.decides());
      try {
        var answer = script.run(connection, GroupCommit.tenants(units), lease.worker());
        refused = new IdentityHashMap<>();
        answer.refused().forEach(it -> refused.putIfAbsent(owner.get(it.write()), it.why()));
        if (refused.isEmpty()) {
          if (script.decides()) {
            connection.commit();
          }
          units.forEach(unit -> unit.future().complete(new Committed(answer.time())));
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
    if (state.equals(FENCED)) {
      units.forEach(unit -> unit.future().completeExceptionally(new CommitFailed.Fenced()));
      return;
    }
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

  /** The statements for all that the units hold, in the writers' order. */
  private Script script(List<Unit> units, Map<Write, Unit> owner) {
    var byKind = new HashMap<Class<?>, List<Write>>();
    for (var unit : units) {
      for (var write : unit.writes()) {
        owner.put(write, unit);
        byKind.computeIfAbsent(write.getClass(), kind -> new ArrayList<>()).add(write);
      }
    }
    var statements = new ArrayList<Statement>();
    for (var writer : writers) {
      var rows = byKind.remove(writer.writes());
      if (rows != null) {
        statements.addAll(statements(writer, rows));
      }
    }
    if (!byKind.isEmpty()) {
      throw new IllegalStateException("no writer for " + byKind.keySet());
    }
    return new Script(statements);
  }

  private <W extends Write> List<Statement> statements(BatchWriter<W> writer, List<Write> rows) {
    var typed = new ArrayList<W>(rows.size());
    rows.forEach(row -> typed.add(writer.writes().cast(row)));
    return writer.statements(lease.worker(), typed);
  }

  private static void rollbackQuietly(Connection connection, SQLException because) {
    try {
      if (!connection.getAutoCommit()) {
        connection.rollback();
      }
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
