package io.ganglion.trial.score;

/**
 * Quantiles of Student's t, from the table everybody has. Between its lines the one with fewer
 * degrees of freedom counts, which makes intervals wider rather than narrower.
 *
 * @see <a href="https://www.itl.nist.gov/div898/handbook/eda/section3/eda3672.htm">NIST's table</a>
 */
final class StudentT {
  private static final int[] LINES = {
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26,
    27, 28, 29, 30, 40, 60, 80, 100, 1000
  };
  private static final double[] TWO_SIDED_95 = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
    2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056,
    2.052, 2.048, 2.045, 2.042, 2.021, 2.000, 1.990, 1.984, 1.962
  };
  private static final double[] ONE_SIDED_95 = {
    6.314, 2.920, 2.353, 2.132, 2.015, 1.943, 1.895, 1.860, 1.833, 1.812, 1.796, 1.782, 1.771,
    1.761, 1.753, 1.746, 1.740, 1.734, 1.729, 1.725, 1.721, 1.717, 1.714, 1.711, 1.708, 1.706,
    1.703, 1.701, 1.699, 1.697, 1.684, 1.671, 1.664, 1.660, 1.646
  };

  private StudentT() {}

  /** What 95 % lie within, plus or minus. */
  static double twoSided95(int freedom) {
    return TWO_SIDED_95[line(freedom)];
  }

  /** What 95 % lie above, taken negatively. */
  static double oneSided95(int freedom) {
    return ONE_SIDED_95[line(freedom)];
  }

  private static int line(int freedom) {
    int line = LINES.length - 1;
    while (line > 0 && LINES[line] > freedom) {
      line--;
    }
    return line;
  }
}
