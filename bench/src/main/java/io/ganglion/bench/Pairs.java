package io.ganglion.bench;

import java.util.ArrayList;
import java.util.List;

/** Interleaved measurements: baseline, ours, baseline, ours … and a last baseline. */
final class Pairs {
  /** Fewer say too little on a machine whose speed drifts. */
  static final int COUNT = 3;

  private Pairs() {}

  /** Something that can be measured. */
  @FunctionalInterface
  interface Measure {
    double take() throws Exception;
  }

  /**
   * @param more whether more is better; floor and target are for ours ÷ baseline
   */
  static Figure of(
      String name,
      String unit,
      Measure baseline,
      Measure ours,
      double floor,
      double target,
      boolean more)
      throws Exception {
    var baselines = new ArrayList<Double>();
    var values = new ArrayList<Double>();
    var ratios = new ArrayList<Double>();
    double before = baseline.take();
    baselines.add(before);
    for (int i = 0; i < COUNT; i++) {
      double value = ours.take();
      double after = baseline.take();
      baselines.add(after);
      values.add(value);
      ratios.add(value / ((before + after) / 2)); // the machine's speed drifts between the two
      before = after;
    }
    return new Figure(
        name,
        median(values),
        unit,
        median(baselines),
        median(ratios),
        floor,
        target,
        more,
        List.copyOf(ratios));
  }

  /** A figure without a baseline: the median of three. */
  static Figure alone(
      String name, String unit, Measure ours, double floor, double target, boolean more)
      throws Exception {
    var values = new ArrayList<Double>();
    for (int i = 0; i < COUNT; i++) {
      values.add(ours.take());
    }
    double value = median(values);
    return new Figure(name, value, unit, 0, value, floor, target, more, List.copyOf(values));
  }

  static double median(List<Double> values) {
    var sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
