package io.ganglion.trial.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The mean of some scores with its 95 % confidence interval by Student's t. Of a single score the
 * interval is not known, and is that score.
 *
 * @param n how many scores
 */
public record Interval(int n, BigDecimal mean, BigDecimal low, BigDecimal high) {
  private static final int DIGITS = 4;

  /**
   * Of scores of different seeds.
   *
   * @param scores at least one
   */
  public static Interval of(List<BigDecimal> scores) {
    return of(Moments.of(scores));
  }

  /** Of a sample whose moments a database knows. */
  public static Interval of(int n, double mean, double variance) {
    return of(new Moments(n, mean, variance));
  }

  private static Interval of(Moments moments) {
    double half =
        moments.n() < 2 ? 0 : StudentT.twoSided95(moments.n() - 1) * moments.standardError();
    return new Interval(
        moments.n(),
        rounded(moments.mean()),
        rounded(moments.mean() - half),
        rounded(moments.mean() + half));
  }

  static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_EVEN);
  }
}
