package io.ganglion.engine;

import io.ganglion.agent.Agents;
import io.ganglion.approval.RunApprovals;
import io.ganglion.coordination.RunHolds;
import io.ganglion.db.EngineTx;
import io.ganglion.db.GroupCommit;
import io.ganglion.db.Lease;
import io.ganglion.effect.CrashPoints;
import io.ganglion.effect.Ledger;
import io.ganglion.effect.Scope;
import io.ganglion.run.Journal;
import io.ganglion.run.Run;
import io.ganglion.run.RunWrite;
import io.ganglion.workflow.Workflows;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** Reads a claimed run back into memory. */
final class Walks {
  private final EngineTx tx;
  private final Workflows workflows;
  private final Agents agents;
  private final CrashPoints crashPoints;

  Walks(EngineTx tx, Workflows workflows, Agents agents, CrashPoints crashPoints) {
    this.tx = tx;
    this.workflows = workflows;
    this.agents = agents;
    this.crashPoints = crashPoints;
  }

  private record Past(Journal journal, Ledger ledger, RunHolds holds, RunApprovals approvals) {}

  /** What may be asked of a run while it is walked. */
  record Asked(BooleanSupplier cancelled, BooleanSupplier leaving) {}

  Walk open(Claimed claimed, Lease lease, GroupCommit commits, Asked asked) throws SQLException {
    var run = claimed.run();
    var past = past(claimed, commits);
    var scope =
        new Scope(
            run.tenant(),
            run.id(),
            past.ledger,
            past.holds,
            lease,
            commits,
            () -> List.of(new RunWrite.NotCancelled(run.tenant(), run.id())),
            crashPoints);
    var definition =
        run.workflow() == null
            ? SessionTasks.DEFINITION
            : workflows.definition(run.tenant(), run.workflow());
    var agent = Optional.ofNullable(run.agent()).map(id -> agents.ofRun(run.tenant(), id));
    return new Walk(
        run,
        definition,
        agent,
        past.journal,
        scope,
        past.approvals,
        asked.cancelled,
        asked.leaving,
        RuntimeDescriptor.workflow(run, definition, startedAt(run)),
        new ConcurrentHashMap<>(),
        new AtomicLong(),
        new ConcurrentSkipListMap<>(),
        new StateWritten());
  }

  private Past past(Claimed claimed, GroupCommit commits) throws SQLException {
    var run = claimed.run();
    if (claimed.fresh()) {
      return new Past(
          Journal.fresh(run.tenant(), run.id(), commits),
          new Ledger(),
          new RunHolds(run.tenant(), run.id(), 0),
          new RunApprovals());
    }
    return tx.call(
        List.of(run.tenant()),
        connection ->
            new Past(
                Journal.open(connection, run.tenant(), run.id(), commits),
                Ledger.load(connection, run.tenant(), run.id()),
                RunHolds.load(connection, run.tenant(), run.id(), run.depthPeak()),
                RunApprovals.load(connection, run.tenant(), run.id())));
  }

  private static Instant startedAt(Run run) {
    return run.startedAt() == null ? run.createdAt() : run.startedAt();
  }
}
