package io.ganglion.lab;

import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.Problem;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What can be wrong with an order to the laboratory. */
final class LabProblem {
  private LabProblem() {}

  static Problem invalid(String pointer, String detail) {
    return new InvalidRequest(pointer, detail);
  }

  static Problem noFault() {
    return new NotFound("fault");
  }

  static Problem noPlatform() {
    return invalid(
        "/platform",
        "send one of "
            + Arrays.stream(Platform.values())
                .map(Platform::word)
                .collect(Collectors.joining(", ")));
  }
}
