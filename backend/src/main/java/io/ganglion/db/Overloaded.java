package io.ganglion.db;

import io.ganglion.kernel.Problem;

/** More callers want the database than it serves; nothing was done. */
public final class Overloaded extends Problem {
  private static final long serialVersionUID = 1;

  Overloaded() {
    super(
        503,
        "overloaded",
        "Overloaded",
        "Too many requests at once; nothing was done. Send it again in a second.");
  }
}
