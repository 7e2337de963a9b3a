package io.ganglion.trial.score;

/** What the binomial says of models that err independently and answer one of two. */
public final class Majority {
  private Majority() {}

  /**
   * How often most of them are right.
   *
   * @param n how many, odd
   * @param p how often one is right
   */
  public static double right(int n, double p) {
    if (n < 1 || n % 2 == 0) {
      throw new IllegalArgumentException("an odd number has no ties");
    }
    double sum = 0;
    for (int k = n / 2 + 1; k <= n; k++) {
      sum += Math.exp(logChoose(n, k) + k * Math.log(p) + (n - k) * Math.log1p(-p));
    }
    return sum;
  }

  /**
   * Half the width of a 95 % interval around a share that was found.
   *
   * @param trials how many it was found in
   */
  public static double halfWidth(double share, int trials) {
    return 1.96 * Math.sqrt(share * (1 - share) / trials);
  }

  private static double logChoose(int n, int k) {
    double sum = 0;
    for (int i = 1; i <= k; i++) {
      sum += Math.log(n - k + i) - Math.log(i);
    }
    return sum;
  }
}
