package io.ganglion.trigger;

import io.ganglion.kernel.Problem;

/** What can be refused of triggers. */
public final class TriggerProblem extends Problem {
  private static final long serialVersionUID = 1;

  private TriggerProblem(int status, String code, String title, String detail) {
    super(status, code, title, detail);
  }

  static TriggerProblem tooMany(int most) {
    return new TriggerProblem(
        409,
        "too_many_triggers",
        "There are too many triggers",
        "A tenant may have %d. Delete one that is not needed.".formatted(most));
  }

  static TriggerProblem stopped() {
    return new TriggerProblem(
        409,
        "trigger_stopped",
        "The trigger's connection was deleted",
        "It can't be read any more: make another trigger, of another connection.");
  }
}
