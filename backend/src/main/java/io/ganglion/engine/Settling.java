package io.ganglion.engine;

import io.ganglion.agent.StateRestore;
import io.ganglion.db.Write;
import io.ganglion.effect.Effect;
import io.ganglion.effect.EffectState;
import io.ganglion.effect.Effects;
import io.ganglion.effect.Settlement;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run owes before it may end: every fate known, nothing left intended, and what asked for it
 * compensated.
 */
final class Settling {
  private final Effects effects;
  private final Targets targets;
  private final Undoing undoing;

  Settling(Effects effects, Targets targets, Undoing undoing) {
    this.effects = effects;
    this.targets = targets;
    this.undoing = undoing;
  }

  /**
   * Abandons intents that were never sent, takes back what nobody has decided, and finds out the
   * fate of effects whose branch was left.
   */
  void settle(Walk walk) {
    Deciding.withdraw(walk, "");
    var abandoned = new ArrayList<Write>();
    for (var effect : walk.scope().ledger().all()) {
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

  /** Undoes what landed and asked for it, the latest first. */
  void compensate(Walk walk) {
    for (var effect : walk.compensable().descendingMap().values()) {
      if (walk.scope().ledger().current(effect).state() == EffectState.LANDED) {
        undoing.undo(Interpreter.whole(walk), effect);
      }
    }
    restore(walk);
  }

  /** Where anything asks for compensation, the agent's state goes back too. */
  private static void restore(Walk walk) {
    boolean asked = walk.wrote().asked() || !walk.compensable().isEmpty();
    if (asked && walk.wrote().any()) {
      var run = walk.run();
      var agent = walk.agent().orElseThrow().id();
      walk.journal().append(List.of(new StateRestore(run.tenant(), agent, run.id())));
    }
  }
}
