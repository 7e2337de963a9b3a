package io.ganglion.bench;

/** One run whose fork has many branches, each a journalled step, and a durable join. */
final class FanOut {
  private FanOut() {}

  static String workflow(int branches) {
    var yaml =
        new StringBuilder(
            "document: {dsl: '1.0.3', namespace: bench, name: fan-out-%d, version: '1.0.0'}%ndo:%n- all:%n    fork:%n      branches:%n"
                .formatted(branches));
    for (int i = 0; i < branches; i++) {
      yaml.append("      - b%d: {call: ganglion.record, with: {value: %d}}%n".formatted(i, i));
    }
    return yaml.toString();
  }

  /** Seconds of one run. */
  static double wall(Runs runs, int branches) throws Exception {
    return runs.wall("fan-out-" + branches, 1);
  }
}
