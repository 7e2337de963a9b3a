package io.ganglion.trial.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a candidate is no worse than a baseline on the same seeds: a paired, one-sided t-test. It
 * passes where the lower 95 % bound of the mean difference is no less than minus a margin.
 *
 * @param difference candidate less baseline, on average
 * @param bound lower 95 % bound of it
 */
public record NotWorse(int n, BigDecimal difference, BigDecimal bound, boolean passed) {
  /**
   * Compares.
   *
   * @param candidate scores by seed, at least two
   * @param baseline scores of the same seeds in the same order
   * @param margin how much worse is not worse
   */
  public static NotWorse of(
      List<BigDecimal> candidate, List<BigDecimal> baseline, BigDecimal margin) {
    if (candidate.size() != baseline.size() || candidate.size() < 2) {
      throw new IllegalArgumentException("two scores a side at least, in pairs");
    }
    var differences = new ArrayList<BigDecimal>();
    for (int i = 0; i < candidate.size(); i++) {
      differences.add(candidate.get(i).subtract(baseline.get(i)));
    }
    var moments = Moments.of(differences);
    var bound =
        Interval.rounded(
            moments.mean() - StudentT.oneSided95(moments.n() - 1) * moments.standardError());
    return new NotWorse(
        moments.n(),
        Interval.rounded(moments.mean()),
        bound,
        bound.compareTo(margin.negate()) >= 0);
  }
}
