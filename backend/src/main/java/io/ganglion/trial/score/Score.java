package io.ganglion.trial.score;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The coordination score: coherent depth × the share of goals attained, less what went wrong and
 * what it took too much. In systems' depth, from 0 to the scenario's, with four digits after the
 * point. docs/score.md has the formula, its properties and examples.
 *
 * @param earned coherent depth × share of goals
 * @param mishaps taken off for duplicates, losses and unknowns
 * @param effort taken off for attempts above par
 * @param spend taken off for money above par
 * @param total what is left; never below 0
 */
public record Score(
    BigDecimal earned, BigDecimal mishaps, BigDecimal effort, BigDecimal spend, BigDecimal total) {
  private static final int DIGITS = 4;

  /** What attempts, and what money, take off at most: half a system each. */
  private static final BigDecimal MOST = new BigDecimal("0.5");

  /** The score of a trial. */
  public static Score of(Facts facts, Yardstick by) {
    var earned =
        facts.coherent() && facts.goals() > 0
            ? ratio(
                BigDecimal.valueOf((long) Math.min(facts.depth(), by.depth()) * facts.attained()),
                facts.goals())
            : zero();
    var mishaps =
        BigDecimal.valueOf((long) facts.duplicates() + facts.losses() + facts.unknowns())
            .setScale(DIGITS);
    var effort = excess(facts.attempts(), by.parAttempts(), by.maxAttempts());
    var spend = excess(facts.spendMicros(), by.parSpendMicros(), by.maxSpendMicros());
    var total = earned.subtract(mishaps).subtract(effort).subtract(spend).max(zero());
    return new Score(earned, mishaps, effort, spend, total);
  }

  /** Grows evenly from 0 at par to half a system at the most. */
  private static BigDecimal excess(long used, long par, long most) {
    long whole = Math.max(1, most - par);
    long above = Math.clamp(used - par, 0, whole);
    return ratio(MOST.multiply(BigDecimal.valueOf(above)), whole);
  }

  /** Rounded once, so that the formula's last digit is the exact one's. */
  private static BigDecimal ratio(BigDecimal part, long whole) {
    return part.divide(BigDecimal.valueOf(whole), DIGITS, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal zero() {
    return BigDecimal.ZERO.setScale(DIGITS);
  }
}
