package io.ganglion.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The fees of one plan for as long as it was agreed. */
record Fees(Terms terms, Span agreed) {
  /** What is due in a month. */
  List<Charge> in(YearMonth month) {
    return switch (terms.interval()) {
      case MONTH -> monthly(month);
      case YEAR -> yearly(Span.of(month));
    };
  }

  private List<Charge> monthly(YearMonth month) {
    var whole = Span.of(month);
    var due = agreed.and(whole).and(paid());
    long amount = share(due.seconds(), whole.seconds());
    return due.empty() ? List.of() : List.of(charge(Charge.Kind.FEE, due, due.seconds(), amount));
  }

  /** Each year is due where it begins; what is left of it when the plan ends is given back. */
  private List<Charge> yearly(Span month) {
    var charges = new ArrayList<Charge>();
    var began = Instant.ofEpochMilli(agreed.and(paid()).from()).atOffset(ZoneOffset.UTC);
    for (int years = 0; began.plusYears(years).toInstant().toEpochMilli() < agreed.to(); years++) {
      var year =
          Span.of(began.plusYears(years).toInstant(), began.plusYears(years + 1L).toInstant());
      if (year.from() >= month.to()) {
        break;
      }
      if (year.from() >= month.from()) {
        charges.add(charge(Charge.Kind.FEE, year, year.seconds(), terms.feeMinor()));
      }
      boolean endsHere = agreed.to() >= month.from() && agreed.to() < month.to();
      if (endsHere && agreed.to() < year.to()) {
        var left = new Span(agreed.to(), year.to());
        long back = share(left.seconds(), year.seconds());
        charges.add(charge(Charge.Kind.REFUND, left, left.seconds(), -back));
      }
    }
    return charges;
  }

  private Span paid() {
    var trial = Objects.requireNonNullElse(terms.trialEnds(), Instant.EPOCH);
    return new Span(trial.toEpochMilli(), Long.MAX_VALUE);
  }

  private long share(long seconds, long of) {
    return BigDecimal.valueOf(terms.feeMinor())
        .multiply(BigDecimal.valueOf(seconds))
        .divide(BigDecimal.valueOf(of), 0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }

  private Charge charge(Charge.Kind kind, Span span, long quantity, long amount) {
    return new Charge(
        kind,
        terms.plan(),
        Instant.ofEpochMilli(span.from()),
        Instant.ofEpochMilli(span.to()),
        quantity,
        amount);
  }
}
