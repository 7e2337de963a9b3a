package io.ganglion.run;

import io.ganglion.kernel.Problem;

/** What can't be done with a run or its effects as they stand. */
public final class RunProblem extends Problem {
  private static final long serialVersionUID = 1;

  private RunProblem(String code, String title, String detail) {
    super(409, code, title, detail);
  }

  static RunProblem ended(RunState state) {
    return new RunProblem(
        "run_ended",
        "The run has ended",
        "It ended as %s; an ended run does not change. Start a new one.".formatted(state));
  }

  static RunProblem nothingToRetry(RunState state) {
    return new RunProblem(
        "run_not_failed",
        "There is nothing to retry",
        "It is %s; a run can be retried that ended as FAILED, CANCELLED or COMPENSATED."
            .formatted(state));
  }

  static RunProblem isSession() {
    return new RunProblem(
        "not_a_workflow",
        "The run is a session",
        "What its steps are its agent alone knows; start another session.");
  }

  static RunProblem notUnknown(String state) {
    return new RunProblem(
        "effect_settled",
        "The effect's fate is known",
        "It is %s; only an effect in state UNKNOWN can be resolved, or a failed undo acknowledged."
            .formatted(state));
  }

  static RunProblem nothingToAcknowledge(String subject) {
    return new RunProblem(
        "nothing_to_acknowledge",
        "The run does not wait with that",
        "%s is not what the run waits for a person with; take the subject from its waiting_for."
            .formatted(subject));
  }

  static RunProblem stillOwned() {
    return new RunProblem(
        "run_busy",
        "The run is being worked on",
        "A worker is still proving this effect; try again in a moment.");
  }

  static RunProblem notLanded(String state) {
    return new RunProblem(
        "effect_not_landed",
        "There is nothing to undo",
        "The effect is %s; only one that LANDED can be undone.".formatted(state));
  }

  static RunProblem irreversible() {
    return new RunProblem(
        "effect_irreversible",
        "The effect can't be undone",
        "Its action is irreversible, or it is an undo itself; what may be done about it, another run has to do.");
  }

  static RunProblem underWay(RunState state) {
    return new RunProblem(
        "run_under_way",
        "The effect's run has not ended",
        "It is %s; cancel it, or have the session compensate, and it takes back what it did."
            .formatted(state));
  }
}
