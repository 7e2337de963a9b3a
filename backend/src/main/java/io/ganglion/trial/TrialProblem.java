package io.ganglion.trial;

import io.ganglion.kernel.Problem;
import java.util.Collection;

/** What can't be tried. */
public final class TrialProblem extends Problem {
  private static final long serialVersionUID = 1;

  private TrialProblem(int status, String code, String title, String detail) {
    super(status, code, title, detail);
  }

  static TrialProblem realConnections(Collection<String> named, Collection<String> parts) {
    return new TrialProblem(
        422,
        "real_connection",
        "The workflow names a connection outside of the laboratory",
        "It names %s; a trial's world has %s. Rename them, or say in 'connections' which part each stands for."
            .formatted(String.join(", ", named), String.join(", ", parts)));
  }

  static TrialProblem otherAgent() {
    return new TrialProblem(
        422,
        "other_agent",
        "The workflow lets another agent act",
        "In a trial the trial's agent acts alone. Take 'metadata.ganglion.agent' away from its"
            + " tasks.");
  }

  static TrialProblem tooMany(int most) {
    return new TrialProblem(
        409,
        "too_many_trials",
        "Too many trials wait",
        "At most %,d trials of a tenant may wait. Try again when some have ended.".formatted(most));
  }

  static TrialProblem over(TrialState state) {
    return new TrialProblem(
        409,
        "trial_over",
        "The trial is over",
        "It is %s; what is over does not change. Hold another one.".formatted(state.word()));
  }

  static TrialProblem notExternal() {
    return new TrialProblem(
        409,
        "not_external",
        "The trial ends by itself",
        "Only an external agent's trial is finished by a request; this one is judged when its run"
            + " ends.");
  }

  static TrialProblem noWinner() {
    return new TrialProblem(
        409,
        "no_winner",
        "There is nothing to keep",
        "Only an evolution that has ended, and that a variant has won, has something to keep.");
  }

  static TrialProblem noKnobs() {
    return new TrialProblem(
        422,
        "no_knobs",
        "The workflow declares no knobs",
        "Say in document.metadata.ganglion.knobs which places may be varied:"
            + " {\"/do/0/vote/with/times\": [9, 15]}.");
  }

  static TrialProblem badKnob(String pointer, String why) {
    return new TrialProblem(
        422, "bad_knob", "A knob can't be turned", "%s: %s".formatted(pointer, why));
  }
}
