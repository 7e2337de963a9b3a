package io.ganglion.billing;

import io.ganglion.ledger.Charge;
import io.ganglion.ledger.Statement;
import java.util.List;
import java.util.Locale;

/** The charges of a statement as lines of an invoice. Pure. */
public final class StatementLines {
  private StatementLines() {}

  /** One line a charge, in their order; what comes to nothing is left out. */
  public static List<Document.Line> of(Statement statement) {
    return statement.charges().stream()
        .filter(charge -> charge.amountMinor() != 0)
        .map(StatementLines::line)
        .toList();
  }

  private static Document.Line line(Charge charge) {
    return new Document.Line(
        charge.kind().name().toLowerCase(Locale.ROOT),
        text(charge),
        charge.from(),
        charge.to(),
        charge.quantity(),
        unit(charge.kind()),
        charge.amountMinor());
  }

  private static String text(Charge charge) {
    var plan = charge.plan();
    return switch (charge.kind()) {
      case FEE -> "Plan %s".formatted(plan);
      case REFUND -> "Plan %s, rest of the year that was paid".formatted(plan);
      case BURST -> "Burst above capacity, plan %s".formatted(plan);
      case CAP -> "Burst above the agreed cap, not charged";
      case CREDIT -> "Correction of %s".formatted(BillingClock.month(charge.from()));
    };
  }

  private static String unit(Charge.Kind kind) {
    return switch (kind) {
      case FEE, REFUND -> "second";
      case BURST -> "centi_cuh";
      case CAP, CREDIT -> "piece";
    };
  }
}
