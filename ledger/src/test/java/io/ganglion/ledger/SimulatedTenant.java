package io.ganglion.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

/** What a tenant did in a month, by chance: plans, capacities, and holds of families. */
final class SimulatedTenant {
  private static final int HOLDS = 30;
  private static final long MONTH_MS = Duration.ofDays(30).toMillis();

  /** A hold from its opening to its close, and the time of it that is not billed. */
  record Held(Row.Hold whole, List<Cuts.Zero> zeros) {}

  final List<Row.Plan> plans = new ArrayList<>();
  final List<Row.Capacity> capacities = new ArrayList<>();
  final List<Held> holds = new ArrayList<>();

  private final Random random;

  SimulatedTenant(Random random) {
    this.random = random;
    for (int i = random.nextInt(3), at = 0; i >= 0; i--, at += 7) {
      long fee = random.nextInt(50_000);
      long burst = random.nextInt(200);
      if (plans.size() == 2 && burst % 2 == 0) { // back on the first plan, at its price
        burst = plans.getFirst().terms().burstMinor();
      }
      var terms = new Terms("p" + i % 2, "2026-09", Terms.Interval.MONTH, fee, "EUR", burst, null);
      plans.add(new Row.Plan(day(at), terms));
      Long cap = random.nextBoolean() ? (long) random.nextInt(5_000) : null;
      capacities.add(new Row.Capacity(day(at), random.nextInt(6), random.nextInt(4) > 0, cap));
    }
    for (int i = 0; i < HOLDS; i++) {
      hold(Rowing.START.plusMillis(random.nextLong(MONTH_MS)), i);
    }
  }

  private Instant day(int days) {
    long ms = days == 0 ? 0 : random.nextLong(Duration.ofDays(6).toMillis());
    return Rowing.START.plus(Duration.ofDays(days)).plusMillis(ms);
  }

  /** One to three members of a family, on the same system. */
  private void hold(Instant at, int number) {
    for (int member = random.nextInt(3); member >= 0; member--) {
      var from = at.plusMillis(random.nextLong(Duration.ofMinutes(40).toMillis()));
      var to = from.plusMillis(1 + random.nextLong(Duration.ofHours(9).toMillis()));
      var end = Rowing.START.plusMillis(MONTH_MS);
      if (!from.isBefore(end)) {
        continue;
      }
      var whole =
          new Row.Hold(
              "run_" + number,
              null,
              "wfl_" + member,
              "x",
              "sys_" + random.nextInt(3),
              1 + random.nextInt(3),
              from,
              to.isBefore(end) ? to : end,
              "end",
              random.nextInt(8) == 0 ? "compensation" : null,
              1);
      holds.add(new Held(whole, zeros(whole)));
    }
  }

  private List<Cuts.Zero> zeros(Row.Hold hold) {
    var zeros = new ArrayList<Cuts.Zero>();
    for (int i = random.nextInt(3); i > 0; i--) {
      var from = hold.opened().plusMillis(random.nextLong(Duration.ofHours(3).toMillis()));
      var to = from.plusMillis(random.nextLong(Duration.ofHours(1).toMillis()));
      zeros.add(new Cuts.Zero(from, to, "upstream"));
    }
    return zeros;
  }

  /** What is sealed after an hour. */
  List<Row> rows(Instant hour, Instant end) {
    var rows = new ArrayList<Row>();
    plans.stream().filter(it -> SimulatedMonthTest.in(it.at(), hour, end)).forEach(rows::add);
    capacities.stream().filter(it -> SimulatedMonthTest.in(it.at(), hour, end)).forEach(rows::add);
    var families = new LinkedHashMap<String, List<Row.Hold>>();
    for (var held : holds) {
      var whole = held.whole;
      if (whole.opened().isBefore(end) && whole.closed().isAfter(hour)) {
        var family =
            families.computeIfAbsent(whole.run() + whole.system(), key -> new ArrayList<>());
        family.addAll(Cuts.of(until(whole, hour, end), held.zeros));
      }
    }
    families.values().forEach(family -> rows.addAll(Union.of(family)));
    return rows;
  }

  private static Row.Hold until(Row.Hold whole, Instant hour, Instant end) {
    var from = whole.opened().isBefore(hour) ? hour : whole.opened();
    boolean goesOn = whole.closed().isAfter(end);
    return whole.part(
        from,
        goesOn ? end : whole.closed(),
        whole.weight(),
        goesOn ? Row.Hold.HOUR : whole.reason(),
        whole.zeroRate());
  }
}
