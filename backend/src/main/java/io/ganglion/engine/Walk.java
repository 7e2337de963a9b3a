package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.agent.Agent;
import io.ganglion.approval.RunApprovals;
import io.ganglion.db.Lease;
import io.ganglion.effect.Scope;
import io.ganglion.run.Journal;
import io.ganglion.run.Run;
import io.ganglion.trace.Traced;
import io.ganglion.workflow.Definition;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * One walk of one run's workflow: what its tasks share.
 *
 * @param cancelled whether somebody asked to cancel the run
 * @param leaving whether the worker stops, and the run is to leave it at its next step
 * @param visits how often each place was visited, for visit indices
 * @param tasks how many task visits there were, for the limit
 * @param compensable what it owes should it fail
 * @param wrote what it did to the agent's state
 * @param compaction where it began, and its checkpoints
 * @param awake which of its branches are busy
 * @param trace this stay of the run
 * @param rivals reads that are cut once a competing fork around them is won; empty outside of one
 */
record Walk(
    Run run,
    Definition definition,
    Optional<Agent> agent,
    Journal journal,
    Scope scope,
    RunApprovals approvals,
    BooleanSupplier cancelled,
    BooleanSupplier leaving,
    JsonNode workflowDescriptor,
    ConcurrentSkipListMap<String, AtomicInteger> visits,
    AtomicLong tasks,
    Compensations compensable,
    StateWritten wrote,
    Compaction compaction,
    Awake awake,
    Traced trace,
    Optional<Crowd> rivals) {

  /**
   * The position of the next visit of a place: the place itself, and from the second visit on with
   * an index.
   */
  String visit(String place) {
    int visit = visits.computeIfAbsent(place, p -> new AtomicInteger()).getAndIncrement();
    return visit == 0 ? place : place + "[" + visit + "]";
  }

  /** Forgets how often places were visited to which the walk never comes again. */
  void forget(String prefix) {
    visits.subMap(prefix, prefix + Character.MAX_VALUE).clear();
  }

  /** Places were visited so often before. */
  void visited(Map<String, Integer> before) {
    before.forEach((place, times) -> visits.put(place, new AtomicInteger(times)));
  }

  /** The same walk for a branch that is to stop for another reason too. */
  Walk unless(BooleanSupplier stopped) {
    return with(() -> stopped.getAsBoolean() || cancelled.getAsBoolean(), awake, rivals);
  }

  /** The same walk for so many branches, for which it waits. */
  Walk forked(int branches) {
    return with(cancelled, awake.forked(branches), rivals);
  }

  /** The same walk for what is not to wait in memory for long, whoever else is busy. */
  Walk restless() {
    return with(cancelled, new Awake(), rivals);
  }

  /** The same walk for a branch that is to stop once another has won. */
  Walk racing(BooleanSupplier beaten, Crowd others) {
    return with(
        () -> beaten.getAsBoolean() || cancelled.getAsBoolean(), awake, Optional.of(others));
  }

  /** Whether it acts in a world of the laboratory, which it must not leave. */
  boolean inWorld() {
    return agent.filter(acting -> acting.world().isPresent()).isPresent();
  }

  /** The walk of what takes back: nothing stops it, and none of it is taken back again. */
  Walk compensating() {
    return new Walk(
        run,
        definition,
        agent,
        journal,
        scope.undoing(),
        approvals,
        () -> false,
        leaving,
        workflowDescriptor,
        visits,
        new AtomicLong(),
        new Compensations(),
        wrote,
        compaction,
        new Awake(),
        trace,
        Optional.empty());
  }

  private Walk with(BooleanSupplier reason, Awake busy, Optional<Crowd> others) {
    return new Walk(
        run,
        definition,
        agent,
        journal,
        scope,
        approvals,
        reason,
        leaving,
        workflowDescriptor,
        visits,
        tasks,
        compensable,
        wrote,
        compaction,
        busy,
        trace,
        others);
  }

  /**
   * Whether it may go on with something new.
   *
   * @throws Unwind.HandedOver when the worker stops
   * @throws Unwind.Cancelled when somebody asked to cancel the run
   */
  void goOn() {
    stay();
    if (cancelled.getAsBoolean()) {
      throw new Unwind.Cancelled();
    }
  }

  /** As {@link #goOn}, for what a cancelled run does too. */
  void stay() {
    if (leaving.getAsBoolean()) {
      throw new Unwind.HandedOver();
    }
  }

  Lease lease() {
    return scope.lease();
  }
}
