package io.ganglion.billing;

import io.ganglion.ledger.Terms;

/**
 * What operator and tenant agreed by hand; amounts in minor units of the price list's currency.
 *
 * @param feeMinor for each interval
 * @param burstMinor for a CU-hour above K
 */
public record Enterprise(int k, Terms.Interval interval, long feeMinor, long burstMinor) {}
