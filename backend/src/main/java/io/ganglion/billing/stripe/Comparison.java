package io.ganglion.billing.stripe;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Stripe's books of a month beside ours; amounts in minor units.
 *
 * @param ledgerMinor what the ledger says, before tax
 * @param sentMinor what the meter was told
 * @param meteredMinor what the meter has
 * @param dueMinor what our invoice asked for, with tax; 0 where there is none
 * @param paidMinor what Stripe says that was paid
 */
public record Comparison(
    YearMonth month,
    Instant at,
    long ledgerMinor,
    long sentMinor,
    long meteredMinor,
    long dueMinor,
    long paidMinor) {
  /** What does not fit, for people; empty: all does. */
  public List<String> differences() {
    var found = new ArrayList<String>();
    note(found, "the ledger's statement", Math.max(0, ledgerMinor), "sent to the meter", sentMinor);
    note(found, "sent to the meter", sentMinor, "the meter has", meteredMinor);
    note(found, "our invoice asks for", dueMinor, "paid at Stripe", paidMinor);
    return List.copyOf(found);
  }

  private static void note(List<String> found, String one, long ours, String other, long theirs) {
    if (ours != theirs) {
      found.add("%s %d, %s %d".formatted(one, ours, other, theirs));
    }
  }
}
