package io.ganglion.ledger;

import java.time.Instant;

/**
 * One thing that is to be paid.
 *
 * @param plan it comes from; empty for a correction
 * @param from for burst, where the first stretch of the plan in which there was some begins
 * @param to for burst, where the last such stretch ends
 * @param quantity seconds for a fee, hundredths of a CU-hour for burst, 1 else
 * @param amountMinor below zero in the tenant's favour
 */
public record Charge(
    Kind kind, String plan, Instant from, Instant to, long quantity, long amountMinor) {
  /** What a charge is for. */
  public enum Kind {
    /** A month's fee by the second, or a year's. */
    FEE,
    /** The rest of a year that was paid and is not used. */
    REFUND,
    BURST,
    /** What burst would cost above the cap that was agreed. */
    CAP,
    CREDIT
  }
}
