package io.ganglion.engine;

import io.ganglion.effect.Effect;
import io.ganglion.effect.EffectState;
import io.ganglion.effect.Effects;
import io.ganglion.effect.Settlement;
import io.ganglion.effect.Target;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes landed effects back, each by an effect of its own; a failed undo needs a person. */
final class Undoing {
  private final Effects effects;
  private final Targets targets;
  private final Stuck stuck;

  Undoing(Effects effects, Targets targets, Stuck stuck) {
    this.effects = effects;
    this.targets = targets;
    this.stuck = stuck;
  }

  /**
   * Holds the systems of all that is to be undone, all or none of them, until the run parks or
   * ends.
   *
   * @throws Unwind.Parked while one of them is not to be had
   */
  void hold(Visit visit, Collection<Effect> landed) {
    var scope = visit.walk().scope();
    var into =
        landed.stream()
            .map(scope.ledger()::current)
            .filter(effect -> effect.state() == EffectState.LANDED && targets.undoable(effect))
            .flatMap(effect -> reached(visit, effect).stream())
            .toList();
    if (!into.isEmpty()) {
      targets.enter(visit, into, () -> effects.hold(scope, into));
    }
  }

  /** What can't be reached now is told of by the undo itself, after the others. */
  private Optional<Target> reached(Visit visit, Effect effect) {
    try {
      return Optional.of(targets.of(visit, effect));
    } catch (Unwind.Fault | Unwind.Parked unreachable) {
      return Optional.empty();
    }
  }

  /**
   * Undoes one effect; returns when that is durable.
   *
   * @throws Unwind.Parked while it has to wait, or when it can't be undone and nobody has
   *     acknowledged that yet
   */
  void undo(Visit visit, Effect landed) {
    var scope = visit.walk().scope();
    var current = scope.ledger().current(landed);
    if (current.state() != EffectState.LANDED) {
      return;
    }
    if (!targets.undoable(current)) {
      acknowledged(visit, current, current, "it has no undo");
      return;
    }
    while (true) {
      var undo = targets.undo(visit, current);
      switch (effects.undo(scope, current, targets.of(visit, current), undo)) {
        case Settlement.Landed done -> {
          visit.walk().journal().append(done.writes());
          effects.recorded(scope, done.writes()); // of the undo itself, and of what it took back
          return;
        }
        case Settlement.Failed failed -> {
          if (!failed.writes().isEmpty()) {
            visit.walk().journal().append(failed.writes());
            effects.recorded(scope, failed.effect());
          }
          if ("person".equals(failed.effect().evidence())) {
            return; // acknowledged
          }
          var why = ActionCall.error(visit, failed.effect()).detail();
          acknowledged(visit, current, failed.effect(), why);
          return;
        }
        case Settlement.Wait wait -> Waiter.until(visit, wait);
        case Settlement.Attention attention ->
            throw ActionCall.attention(visit, attention.effect());
        case Settlement.Refused refused -> targets.changed(visit, List.of(undo), refused.refusal());
      }
    }
  }

  private void acknowledged(Visit visit, Effect stays, Effect failed, @Nullable String why) {
    stuck.acknowledged(
        visit.walk(),
        stays.id().toString(),
        "%s of %s can't be undone: %s".formatted(failed.id(), failed.frozen().function(), why));
  }
}
