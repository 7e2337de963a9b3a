package io.ganglion.local;

/** What the binomial says of models that err independently and answer one of two. */
final class Binomial {
  private Binomial() {}

  /**
   * How often most of them are right.
   *
   * @param n how many, odd
   * @param p how often one is right
   */
  static double right(int n, double p) {
    double sum = 0;
    double way = Math.pow(1 - p, n); // that none is right
    for (int k = 0; k <= n; k++) {
      sum += k > n / 2 ? way : 0;
      way *= (n - k) / (k + 1.0) * p / (1 - p);
    }
    return sum;
  }
}
