package io.ganglion.api.run;

import io.ganglion.identity.Caller;
import io.ganglion.identity.IdentityProblem;
import io.ganglion.kernel.RunId;
import io.ganglion.run.Runs;
import jakarta.enterprise.context.ApplicationScoped;

/** An API key for the laboratory changes runs of the laboratory alone. */
@ApplicationScoped
class LabDoor {
  private final Caller caller;
  private final Runs runs;

  LabDoor(Caller caller, Runs runs) {
    this.caller = caller;
    this.runs = runs;
  }

  /**
   * Whether the caller may change this run.
   *
   * @throws IdentityProblem when the key is for the laboratory, and the run is not
   */
  void check(RunId id) {
    if (caller.identity().lab() && !runs.get(caller.tenant(), id).lab()) {
      throw IdentityProblem.laboratory("the run is not of the laboratory");
    }
  }
}
