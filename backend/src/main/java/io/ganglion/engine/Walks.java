package io.ganglion.engine;

import io.ganglion.agent.Agents;
import io.ganglion.agent.MayAct;
import io.ganglion.approval.RunApprovals;
import io.ganglion.coordination.Holder;
import io.ganglion.coordination.RunHolds;
import io.ganglion.db.EngineTx;
import io.ganglion.db.GroupCommit;
import io.ganglion.db.Lease;
import io.ganglion.db.Replays;
import io.ganglion.effect.CrashPoints;
import io.ganglion.effect.Guards;
import io.ganglion.effect.Ledger;
import io.ganglion.effect.OtherRuns;
import io.ganglion.effect.Scope;
import io.ganglion.run.Checkpoint;
import io.ganglion.run.Journal;
import io.ganglion.run.Run;
import io.ganglion.run.RunWrite;
import io.ganglion.trace.Traced;
import io.ganglion.trace.Traces;
import io.ganglion.workflow.Definition;
import io.ganglion.workflow.Reach;
import io.ganglion.workflow.Workflows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Reads claimed runs back into memory. */
final class Walks {
  private final EngineTx tx;
  private final Workflows workflows;
  private final Agents agents;
  private final OtherRuns others;
  private final CrashPoints crashPoints;
  private final Traces traces;

  Walks(
      EngineTx tx,
      Workflows workflows,
      Agents agents,
      OtherRuns others,
      CrashPoints crashPoints,
      Traces traces) {
    this.tx = tx;
    this.others = others;
    this.workflows = workflows;
    this.agents = agents;
    this.crashPoints = crashPoints;
    this.traces = traces;
  }

  /** What may be asked of a run while it is walked. */
  record Asked(BooleanSupplier cancelled, BooleanSupplier leaving) {}

  /** What a run has done before. */
  record Past(
      Journal journal,
      Ledger ledger,
      RunHolds holds,
      RunApprovals approvals,
      Optional<Resume> resume) {}

  /** Puts a run and what was read back of it together. */
  Walk open(Claimed claimed, Past past, Lease lease, GroupCommit commits, Asked asked) {
    var run = claimed.run();
    var scope =
        new Scope(
            run.tenant(),
            run.id(),
            past.ledger,
            past.holds,
            lease,
            commits,
            guards(run),
            others,
            crashPoints);
    var definition = definition(run);
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
        new ConcurrentSkipListMap<>(),
        new AtomicLong(),
        new Compensations(),
        new StateWritten(),
        new Compaction(past.resume),
        new Awake(),
        stay(run, definition),
        Optional.empty());
  }

  private Traced stay(Run run, Definition definition) {
    return traces
        .begin("run " + definition.name(), run.traceparent())
        .note("ganglion.run", run.id())
        .note("ganglion.tenant", run.tenant());
  }

  private static Guards guards(Run run) {
    var acts = new MayAct(run.tenant(), run.agent(), false);
    return new Guards(
        List.of(new RunWrite.NotCancelled(run.tenant(), run.id()), acts),
        List.of(new MayAct(run.tenant(), run.agent(), true)));
  }

  /** The past of a run that has none. */
  Past none(Claimed claimed, GroupCommit commits) {
    var run = claimed.run();
    return new Past(
        Journal.fresh(run.tenant(), run.id(), commits),
        new Ledger(),
        new RunHolds(holder(run), run.priority(), 0),
        new RunApprovals(),
        Optional.empty());
  }

  /** Reads the past of runs, by their ids, with a fixed number of statements for all of them. */
  Map<UUID, Past> read(List<Claimed> claimed, GroupCommit commits) throws SQLException {
    var tenants = claimed.stream().map(one -> one.run().tenant()).collect(Collectors.toSet());
    var holds = holds(claimed); // may read workflows: not within the transaction
    var reaches = new HashMap<UUID, Reach>();
    claimed.forEach(one -> reaches.put(one.run().id().uuid(), reach(one.run())));
    return tx.call(
        tenants,
        connection -> {
          var checkpoints = Checkpoint.load(connection, replays(claimed, reaches, Map.of()));
          var replays = replays(claimed, reaches, checkpoints);
          var journals = Journal.open(connection, replays, commits);
          var ledgers = Ledger.load(connection, replays);
          RunHolds.load(connection, replays, holds);
          var approvals = RunApprovals.load(connection, replays);
          var pasts = new HashMap<UUID, Past>();
          for (var one : claimed) {
            var run = one.run().id().uuid();
            var journal = Objects.requireNonNull(journals.get(run));
            if (one.run().underWay() != null) {
              journal.comeBack(one.run().underWay());
            }
            var past =
                new Past(
                    journal,
                    Objects.requireNonNull(ledgers.get(run)),
                    Objects.requireNonNull(holds.get(run)),
                    Objects.requireNonNull(approvals.get(run)),
                    Optional.ofNullable(checkpoints.get(run))
                        .map(checkpoint -> Resume.fromJson(checkpoint.state())));
            resume(connection, one, past);
            pasts.put(run, past);
          }
          return pasts;
        });
  }

  private static void resume(Connection connection, Claimed claimed, Past past)
      throws SQLException {
    if (past.resume.isEmpty()) {
      return;
    }
    var resume = past.resume.get();
    Map<String, Journal.Start> started =
        resume.round().map(round -> Map.of(round.position(), round.start())).orElse(Map.of());
    past.journal.resume(resume.counts().seq(), started, resume.timers());
    if (!resume.open().isEmpty()) {
      past.ledger.recall(connection, claimed.run().tenant(), resume.open());
    }
  }

  private static Replays replays(
      List<Claimed> claimed, Map<UUID, Reach> reaches, Map<UUID, Checkpoint> checkpoints) {
    return new Replays(
        claimed.stream()
            .map(
                one -> {
                  var run = one.run();
                  var checkpoint = checkpoints.get(run.id().uuid());
                  long after = checkpoint == null ? 0 : checkpoint.after();
                  var reach = Objects.requireNonNull(reaches.get(run.id().uuid()));
                  return new Replays.One(
                      run.tenant().uuid(), run.id().uuid(), after, reach.acts(), reach.listens());
                })
            .toList());
  }

  private Reach reach(Run run) {
    return run.workflow() == null ? Reach.SESSION : definition(run).reach();
  }

  private Holder holder(Run run) {
    boolean shared = run.parent() != null || definition(run).reach().delegates();
    return new Holder(run.tenant(), run.id(), run.root(), shared);
  }

  private Definition definition(Run run) {
    return run.workflow() == null
        ? SessionTasks.DEFINITION
        : workflows.definition(run.tenant(), run.workflow());
  }

  private Map<UUID, RunHolds> holds(List<Claimed> claimed) {
    var holds = new HashMap<UUID, RunHolds>();
    for (var one : claimed) {
      var run = one.run();
      holds.put(run.id().uuid(), new RunHolds(holder(run), run.priority(), run.depthPeak()));
    }
    return holds;
  }

  private static Instant startedAt(Run run) {
    return run.startedAt() == null ? run.createdAt() : run.startedAt();
  }
}
