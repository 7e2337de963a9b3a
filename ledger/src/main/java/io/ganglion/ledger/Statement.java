package io.ganglion.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What a tenant owes for a month by its ledger: fees, burst and corrections, before tax.
 *
 * @param currency ISO 4217; empty where no plan was agreed
 * @param recordedMs depth-milliseconds of all holds
 * @param billableMs of those that nothing zero-rates
 * @param burstMs of those, what was above capacity
 */
public record Statement(
    YearMonth month,
    String currency,
    List<Charge> charges,
    long recordedMs,
    long billableMs,
    long burstMs) {
  /** Milliseconds of depth in a hundredth of a CU-hour: 3,600 depth-seconds are one CU-hour. */
  public static final long CENTI_CUH_MS = 36_000;

  /**
   * How long before a month the holds that go on in it are looked at, for whether they were open
   * when capacity was lowered: an hour, which is as long as a row can be.
   */
  public static final Duration BEFORE = Duration.ofHours(1);

  /** What burst is summed up by: a plan at one price, however often a tenant came back to it. */
  private record Rate(String plan, long burstMinor) {}

  /**
   * What was held above capacity.
   *
   * @param span from the first stretch in which something was to the last one
   */
  private record Above(Span span, long depthMs) {
    Above plus(Above later) {
      return new Above(new Span(span.from(), later.span.to()), depthMs + later.depthMs);
    }
  }

  /**
   * Holds before the month count only as far as {@link #BEFORE} says, other rows only before its
   * end; whoever has more may give them or leave them out.
   *
   * @param rows of one tenant; of those at the same instant the one that counts comes last
   */
  public static Statement of(List<Row> rows, YearMonth month) {
    var within = Span.of(month);
    var charges = new ArrayList<Charge>();
    var burst = new Burst(around(rows, within));
    long burstMs = 0;
    var currency = "";
    var rates = new LinkedHashMap<Rate, Above>();
    for (var fees : fees(rows)) {
      if (fees.agreed().from() < within.to()) {
        currency = fees.terms().currency();
      }
      charges.addAll(fees.in(month));
      var span = fees.agreed().and(within);
      long depthMs = burst.depthMs(span);
      burstMs += depthMs;
      if (depthMs > 0) {
        var rate = new Rate(fees.terms().plan(), fees.terms().burstMinor());
        rates.merge(rate, new Above(span, depthMs), Above::plus);
      }
    }
    var paying = new ArrayList<Charge>();
    rates.forEach(
        (rate, above) -> {
          if (above.depthMs >= CENTI_CUH_MS) {
            paying.add(burst(rate, above));
          }
        });
    charges.addAll(paying);
    charges.addAll(capped(paying, rows, within));
    charges.addAll(credits(rows, within));
    var usage = Usage.of(rows, month);
    return new Statement(
        month, currency, List.copyOf(charges), usage.recordedMs(), usage.billableMs(), burstMs);
  }

  private static List<Row> around(List<Row> rows, Span month) {
    var counts = new Span(month.from() - BEFORE.toMillis(), month.to());
    return rows.stream()
        .filter(row -> !(row instanceof Row.Hold hold) || counts.has(hold.opened()))
        .toList();
  }

  public long totalMinor() {
    return charges.stream().mapToLong(Charge::amountMinor).sum();
  }

  /** What burst costs, its cap regarded. */
  public long burstMinor() {
    return charges.stream()
        .filter(one -> one.kind() == Charge.Kind.BURST || one.kind() == Charge.Kind.CAP)
        .mapToLong(Charge::amountMinor)
        .sum();
  }

  private static List<Fees> fees(List<Row> rows) {
    var plans = new ArrayList<Row.Plan>();
    for (var row : rows) {
      if (row instanceof Row.Plan plan) {
        plans.add(plan);
      }
    }
    plans.sort(Comparator.comparing(Row.Plan::at));
    var fees = new ArrayList<Fees>();
    for (int i = 0; i < plans.size(); i++) {
      long end = i + 1 < plans.size() ? plans.get(i + 1).at().toEpochMilli() : Long.MAX_VALUE;
      fees.add(new Fees(plans.get(i).terms(), new Span(plans.get(i).at().toEpochMilli(), end)));
    }
    return fees;
  }

  /** Hundredths of a CU-hour that are begun are not paid. */
  private static Charge burst(Rate rate, Above above) {
    long hundredths = above.depthMs / CENTI_CUH_MS;
    long amount =
        BigDecimal.valueOf(rate.burstMinor)
            .multiply(BigDecimal.valueOf(hundredths))
            .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_EVEN)
            .longValueExact();
    return new Charge(
        Charge.Kind.BURST,
        rate.plan,
        Instant.ofEpochMilli(above.span.from()),
        Instant.ofEpochMilli(above.span.to()),
        hundredths,
        amount);
  }

  /** Burst costs no more than the cap that was agreed last. */
  private static List<Charge> capped(List<Charge> paying, List<Row> rows, Span within) {
    long sum = paying.stream().mapToLong(Charge::amountMinor).sum();
    Row.Capacity last = null;
    for (var row : rows) {
      if (row instanceof Row.Capacity now
          && now.burst()
          && now.at().toEpochMilli() < within.to()
          && (last == null || !now.at().isBefore(last.at()))) {
        last = now;
      }
    }
    var cap = last == null ? null : last.burstCapMinor();
    if (cap == null || sum <= cap) {
      return List.of();
    }
    var from = Instant.ofEpochMilli(within.from());
    var to = Instant.ofEpochMilli(within.to());
    return List.of(new Charge(Charge.Kind.CAP, "", from, to, 1, cap - sum));
  }

  /** Corrections are due in the month in which they were made. */
  private static List<Charge> credits(List<Row> rows, Span within) {
    var charges = new ArrayList<Charge>();
    for (var row : rows) {
      if (row instanceof Row.Credit credit && within.has(credit.at())) {
        var corrected = Span.of(credit.month());
        charges.add(
            new Charge(
                Charge.Kind.CREDIT,
                "",
                Instant.ofEpochMilli(corrected.from()),
                Instant.ofEpochMilli(corrected.to()),
                1,
                credit.amountMinor()));
      }
    }
    return charges;
  }
}
