package io.ganglion.engine;

import io.ganglion.agent.StateRestore;
import io.ganglion.connector.RetryClass;
import io.ganglion.db.Write;
import io.ganglion.effect.Effect;
import io.ganglion.effect.EffectState;
import io.ganglion.effect.Effects;
import io.ganglion.effect.PastEffects;
import io.ganglion.effect.Settlement;
import io.ganglion.kernel.EffectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a run owes before it may end: every fate known, nothing left intended, and what asked for it
 * compensated.
 */
final class Settling {
  private final Effects effects;
  private final Targets targets;
  private final Undoing undoing;
  private final Countering countering;
  private final PastEffects past;
  private final SubRun subRuns;

  Settling(
      Effects effects,
      Targets targets,
      Undoing undoing,
      Countering countering,
      PastEffects past,
      SubRun subRuns) {
    this.past = past;
    this.subRuns = subRuns;
    this.countering = countering;
    this.effects = effects;
    this.targets = targets;
    this.undoing = undoing;
  }

  /**
   * Abandons intents that were never sent, takes back what nobody has decided, and finds out the
   * fate of effects whose branch was left. Undoing that is under way is left to who goes on with
   * it: it may be sent again.
   */
  void settle(Walk walk) {
    Deciding.withdraw(walk, "");
    var abandoned = new ArrayList<Write>();
    for (var effect : walk.scope().ledger().all()) {
      if (Countering.at(effect.frozen().position()) || effect.frozen().undoOf() != null) {
        continue; // it goes on with its compensation
      }
      switch (effect.state()) {
        case INTENDED ->
            abandoned.addAll(
                effects.abandon(walk.scope(), effect, "the run ended before it was sent"));
        case DISPATCHED, UNKNOWN -> prove(walk, effect);
        case LANDED, NOT_LANDED, UNDONE, ABANDONED -> {}
      }
    }
    if (!abandoned.isEmpty()) {
      walk.journal().append(abandoned);
    }
  }

  /**
   * Goes on with undoing that was cut off in its middle, a group's by a timeout say, and that no
   * compensation has brought to its end.
   *
   * @throws Unwind.Parked as {@link Undoing#undo}
   */
  void finishUndoing(Walk walk) {
    for (var undo : walk.scope().ledger().all()) {
      var of = undo.frozen().undoOf();
      if (of != null && undo.state().open() && !Countering.at(undo.frozen().position())) {
        undoing.undo(Interpreter.whole(walk), past.find(walk.run().tenant(), of).orElseThrow());
      }
    }
  }

  private void prove(Walk walk, Effect effect) {
    var visit = Interpreter.whole(walk);
    var current = effect;
    while (true) {
      switch (effects.prove(walk.scope(), targets.of(visit, current), current)) {
        case Settlement.Landed(Effect settled, List<Write> writes) -> {
          durable(walk, settled, writes);
          return;
        }
        case Settlement.Failed(Effect settled, List<Write> writes) -> {
          durable(walk, settled, writes);
          return;
        }
        case Settlement.Wait wait -> Waiter.until(visit, wait);
        case Settlement.Attention attention ->
            throw ActionCall.attention(visit, attention.effect());
        case Settlement.Refused refused ->
            throw new IllegalStateException("proving is never refused");
      }
      current = walk.scope().ledger().current(current);
    }
  }

  private void durable(Walk walk, Effect effect, List<Write> writes) {
    if (!writes.isEmpty()) {
      walk.journal().append(writes);
    }
    effects.recorded(walk.scope(), effect);
  }

  /**
   * What came of a compensation.
   *
   * @param countered whether a task of the author's took something back
   * @param failed whether one of these failed
   */
  record Compensated(boolean countered, boolean failed) {
    static final Compensated NOTHING = new Compensated(false, false);

    private Compensated and(boolean done) {
      return new Compensated(countered || done, failed || !done);
    }
  }

  /**
   * Takes back what is done and asked for it, the latest first; all fates are known by now but
   * those of runs that it waited for.
   */
  Compensated compensate(Walk failed) {
    failed.compensable().doubts().forEach(ActionCall::remember);
    unbilled(failed);
    var walk = failed.compensating();
    subRuns.recall(walk, failed.compensable().doubtedRuns());
    undoing.hold(Interpreter.whole(walk), failed.compensable().effects());
    var came = Compensated.NOTHING;
    var stuck = new ArrayList<Unwind.Parked>();
    for (var owed : failed.compensable().latestFirst()) {
      try {
        came = takeBack(walk, owed, came);
      } catch (Unwind.Parked parked) {
        hold(stuck, parked);
      }
    }
    if (failed.compaction().compensable()) {
      compensatePast(walk, stuck);
    }
    if (!stuck.isEmpty()) {
      throw stuck.getFirst();
    }
    restore(failed);
    return came;
  }

  private Compensated takeBack(Walk walk, Owed owed, Compensated came) {
    return switch (owed) {
      case Owed.Undo(Effect effect) -> {
        undo(walk, effect);
        yield came;
      }
      case Owed.Counter counter -> came.and(countering.counter(walk, counter));
    };
  }

  /** What is stuck keeps nothing else from being taken back. */
  private static void hold(List<Unwind.Parked> stuck, Unwind.Parked parked) {
    if (!parked.stuck()) {
      throw parked;
    }
    stuck.add(parked);
  }

  /** What landed before the checkpoint comes back page by page. */
  private void compensatePast(Walk walk, List<Unwind.Parked> stuck) {
    var run = walk.run();
    Optional<EffectId> last = Optional.empty();
    List<Effect> page;
    do {
      page = past.compensable(run.tenant(), run.id(), last);
      undoing.hold(Interpreter.whole(walk), page);
      for (var effect : page) {
        try {
          undo(walk, effect);
        } catch (Unwind.Parked parked) {
          hold(stuck, parked);
        }
      }
      walk.scope().ledger().forgetSettled();
      last = page.isEmpty() ? last : Optional.of(page.getLast().id());
    } while (page.size() == PastEffects.PAGE);
  }

  /** Taking back is nobody's debt. */
  static void unbilled(Walk walk) {
    var writes = walk.scope().holds().compensates(walk.lease().now());
    if (!writes.isEmpty()) {
      walk.journal().append(writes);
    }
  }

  private void undo(Walk walk, Effect effect) {
    if (walk.scope().ledger().current(effect).state() == EffectState.LANDED) {
      undoing.undo(Interpreter.whole(walk), effect);
    }
  }

  /** Whether a task of the run asked for compensation of what it landed. */
  static boolean compensates(Walk walk) {
    return !walk.compensable().isEmpty() || walk.compaction().compensable();
  }

  /** The states of all that the run did outside, reads and compensation left out. */
  Set<EffectState> outward(Walk walk) {
    var run = walk.run();
    return walk.compaction().forgot(walk)
        ? past.outward(run.tenant(), run.id())
        : walk.scope().ledger().all().stream()
            .filter(effect -> effect.frozen().undoOf() == null)
            .filter(effect -> !Countering.at(effect.frozen().position()))
            .filter(effect -> effect.frozen().retryClass() != RetryClass.PURE)
            .map(Effect::state)
            .collect(Collectors.toSet());
  }

  /** Where anything asks for compensation, the agent's state goes back too. */
  private static void restore(Walk walk) {
    boolean asked = walk.wrote().asked() || compensates(walk);
    if (asked && walk.wrote().any()) {
      var run = walk.run();
      var agent = walk.agent().orElseThrow().id();
      walk.journal().append(List.of(new StateRestore(run.tenant(), agent, run.id())));
    }
  }
}
