package io.ganglion.trial.score;

import java.math.BigDecimal;
import java.util.List;

/**
 * What tests need of a sample.
 *
 * @param variance of the sample, by n − 1; 0 for a single value
 */
record Moments(int n, double mean, double variance) {
  static Moments of(List<BigDecimal> sample) {
    int n = sample.size();
    if (n == 0) {
      throw new IllegalArgumentException("nothing to take the mean of");
    }
    double mean = sample.stream().mapToDouble(BigDecimal::doubleValue).sum() / n;
    double squares =
        sample.stream().mapToDouble(one -> Math.pow(one.doubleValue() - mean, 2)).sum();
    return new Moments(n, mean, n < 2 ? 0 : squares / (n - 1));
  }

  double standardError() {
    return Math.sqrt(variance / n);
  }
}
