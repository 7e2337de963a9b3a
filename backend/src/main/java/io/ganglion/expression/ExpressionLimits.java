package io.ganglion.expression;

import java.time.Duration;

/**
 * What one evaluation may use up.
 *
 * @param steps evaluated parts of the program; a generator's every value is one more
 * @param chars length of any text, and of any value made on the way written as JSON (2^20 is 1 MiB
 *     of ASCII)
 * @param depth nesting of values, and of the program's parts while they are evaluated
 * @param time from start to result; of a single pause of the machine at most a fifth of it counts
 * @param source length of a program's text
 */
public record ExpressionLimits(int steps, int chars, int depth, Duration time, int source) {
  public static final ExpressionLimits DEFAULT =
      new ExpressionLimits(100_000, 1 << 20, 512, Duration.ofMillis(250), 1 << 16);

  public ExpressionLimits {
    if (steps < 1 || chars < 1 || depth < 1 || source < 1 || !time.isPositive()) {
      throw new IllegalArgumentException("limits of expressions must be positive");
    }
  }
}
