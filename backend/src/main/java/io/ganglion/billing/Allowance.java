package io.ganglion.billing;

import org.jspecify.annotations.Nullable;

/**
 * What may be held.
 *
 * @param k billable weight at one instant
 * @param burst whether more may be held, for money
 * @param burstCapMinor at most so much a month, minor units; null while burst is off
 */
public record Allowance(int k, boolean burst, @Nullable Long burstCapMinor) {
  public Allowance {
    if (k < 0 || burst != (burstCapMinor != null)) {
      throw new IllegalArgumentException("burst has a cap, and only burst");
    }
  }
}
