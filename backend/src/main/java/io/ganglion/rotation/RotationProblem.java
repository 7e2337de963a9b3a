package io.ganglion.rotation;

import io.ganglion.kernel.Problem;

/** What can be refused of a rotation. */
public final class RotationProblem extends Problem {
  private static final long serialVersionUID = 1;

  private RotationProblem() {
    super(
        409,
        "rotation_running",
        "A rotation is under way",
        "Keys are being exchanged already; ask again when that rotation has ended.");
  }

  static RotationProblem running() {
    return new RotationProblem();
  }
}
