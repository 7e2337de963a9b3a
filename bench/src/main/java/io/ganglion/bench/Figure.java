package io.ganglion.bench;

import java.util.List;
import java.util.Locale;

/**
 * One line of the table.
 *
 * @param value the median of what was measured
 * @param baseline the median of the baseline measured in between; 0 where there is none
 * @param ratio the median of the pairs' ratios; the value itself where there is no baseline
 * @param floor fails the bench; {@code target} is what we are after, both for {@code ratio}
 * @param more whether more is better
 * @param runs what each pair gave, as ratios
 */
record Figure(
    String name,
    double value,
    String unit,
    double baseline,
    double ratio,
    double floor,
    double target,
    boolean more,
    List<Double> runs) {

  /** A figure of one measurement, of which less is better. */
  static Figure plain(String name, double value, String unit, double floor, double target) {
    return new Figure(name, value, unit, 0, value, floor, target, false, List.of(value));
  }

  boolean ok() {
    return more ? ratio >= floor : ratio <= floor;
  }

  private boolean reached() {
    return more ? ratio >= target : ratio <= target;
  }

  String verdict() {
    return reached() ? "target" : ok() ? "floor" : "BELOW";
  }

  String json() {
    return String.format(
        Locale.ROOT,
        "{\"name\":\"%s\",\"value\":%.3f,\"unit\":\"%s\",\"baseline\":%.3f,\"ratio\":%.3f,\"target\":%.3f,\"ok\":%b,\"runs\":%s}",
        name,
        value,
        unit,
        baseline,
        ratio,
        target,
        ok(),
        runs.stream().map(run -> String.format(Locale.ROOT, "%.3f", run)).toList());
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "%-28s %12.1f %-10s %10.1f %9.3f %8.2f %8.2f  %s",
        name,
        value,
        unit,
        baseline,
        ratio,
        floor,
        target,
        verdict());
  }

  static String header() {
    return String.format(
        Locale.ROOT,
        "%-28s %12s %-10s %10s %9s %8s %8s",
        "figure",
        "value",
        "unit",
        "baseline",
        "ratio",
        "floor",
        "target");
  }
}
