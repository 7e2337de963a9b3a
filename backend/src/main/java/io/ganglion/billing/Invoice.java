package io.ganglion.billing;

import io.ganglion.kernel.InvoiceId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;

/**
 * An invoice or credit note that was issued; amounts in minor units.
 *
 * @param label its number as it is written
 * @param month what it is for
 * @param about the invoice that a credit note corrects
 * @param drawnMinor of the balance, not above zero
 * @param dueMinor what there was to pay when it was issued
 * @param settlement how it was paid, or why it is void
 */
public record Invoice(
    InvoiceId id,
    Kind kind,
    long number,
    String label,
    YearMonth month,
    Optional<InvoiceId> about,
    State state,
    Document document,
    long drawnMinor,
    long dueMinor,
    Instant issuedAt,
    Instant dueAt,
    Optional<Settlement> settlement,
    long version) {
  /** Which document it is. */
  public enum Kind {
    INVOICE,
    CREDIT_NOTE;

    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Where it stands. What is not issued yet is a draft, and nowhere but in the answer. */
  public enum State {
    OPEN,
    PAID,
    VOID,
    OVERDUE;

    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether money is waited for. */
    public boolean waits() {
      return this == OPEN || this == OVERDUE;
    }
  }

  /**
   * @param by {@code hand}, {@code stripe}, or {@code nothing} where there was nothing to pay
   * @param reference of the payment, or why it is void
   */
  public record Settlement(Instant at, String by, String reference) {}

  public long totalMinor() {
    return document.totalMinor();
  }
}
