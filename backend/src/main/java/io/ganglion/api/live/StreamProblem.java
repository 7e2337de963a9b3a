package io.ganglion.api.live;

import io.ganglion.kernel.Problem;

/** What can be wrong with a stream. */
final class StreamProblem extends Problem {
  private static final long serialVersionUID = 1;

  private StreamProblem() {
    super(
        503,
        "overloaded",
        "Overloaded",
        "Too many streams are open at once. Try again in a second, or read the events as JSON.");
  }

  static StreamProblem tooMany() {
    return new StreamProblem();
  }
}
