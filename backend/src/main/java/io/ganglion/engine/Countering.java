package io.ganglion.engine;

import io.ganglion.connector.RetryClass;
import io.ganglion.effect.Effect;
import io.ganglion.effect.EffectState;
import io.ganglion.effect.Effects;
import java.util.Optional;

/** Does what authors wrote to take back what a task did: {@code metadata.ganglion.compensate}. */
final class Countering {
  /** Behind the position of the visit that is taken back. */
  private static final String PLACE = "#compensate";

  private final Interpreter interpreter;
  private final Effects effects;
  private final Stuck stuck;

  Countering(Interpreter interpreter, Effects effects, Stuck stuck) {
    this.interpreter = interpreter;
    this.effects = effects;
    this.stuck = stuck;
  }

  /** Whether a position is one of a compensation: what happens there is not itself taken back. */
  static boolean at(String position) {
    return position.contains(PLACE + "/");
  }

  /**
   * Takes back what a task did; a replay answers from the journal.
   *
   * @return whether that was done; else it failed, as its steps say, and a person has acknowledged
   *     that
   * @throws Unwind.Parked while it has to wait
   */
  boolean counter(Walk walk, Owed.Counter owed) {
    var done = owed.effect().map(effect -> walk.scope().ledger().current(effect));
    if (done.filter(effect -> effect.state() == EffectState.UNDONE).isPresent()) {
      return true;
    }
    var visit = owed.visit();
    var frame =
        new Frame(
            visit.frame().context().branch(),
            visit.frame().variables(),
            Optional.empty(),
            Optional.empty(),
            visit.frame().extended());
    try {
      interpreter.task(walk, owed.task(), visit.position() + PLACE, frame, owed.output());
    } catch (Unwind.Fault failed) { // on record with its reason
      var subject = owed.effect().map(it -> it.id().toString()).orElse(visit.position());
      stuck.acknowledged(
          walk,
          subject,
          "what takes '%s' back failed: %s".formatted(visit.task().name(), why(failed)));
      return false;
    } catch (Unwind.End end) {
      // as far as its author wanted it
    }
    done.ifPresent(effect -> mark(walk, effect));
    return true;
  }

  private static String why(Unwind.Fault failed) {
    var error = failed.error();
    var detail = error.detail() == null ? error.title() : error.detail();
    return detail == null ? error.type() : detail;
  }

  private void mark(Walk walk, Effect effect) {
    if (effect.frozen().retryClass() == RetryClass.PURE) {
      return; // nothing to be seen outside
    }
    var writes = effects.countered(effect);
    walk.journal().append(writes);
    effects.recorded(walk.scope(), writes);
  }
}
