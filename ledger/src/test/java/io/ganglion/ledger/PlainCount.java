package io.ganglion.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a month comes to, counted from the holds themselves: between two instants at which anything
 * changes, everything is looked at anew.
 */
final class PlainCount {
  private static final Instant END = Rowing.at(Duration.ofDays(30));

  private final SimulatedTenant tenant;
  private final Map<Rate, Long> burst = new HashMap<>();
  private long recordedMs;
  private long billableMs;

  /** What had been admitted when capacity was lowered, and how much of it was no burst. */
  private Map<String, Integer> admitted = new HashMap<>();

  private long level;
  private int k;
  private Map<String, int[]> before = Map.of();

  private record Rate(String plan, long burstMinor) {}

  PlainCount(SimulatedTenant tenant) {
    this.tenant = tenant;
    var instants = new ArrayList<>(instants());
    for (int i = 0; i + 1 < instants.size(); i++) {
      count(instants.get(i), instants.get(i + 1));
    }
  }

  private Set<Instant> instants() {
    var instants = new TreeSet<Instant>();
    instants.add(END);
    tenant.plans.forEach(plan -> instants.add(plan.at()));
    tenant.capacities.forEach(capacity -> instants.add(capacity.at()));
    for (var held : tenant.holds) {
      instants.addAll(List.of(held.whole().opened(), held.whole().closed()));
      held.zeros().forEach(zero -> instants.addAll(List.of(zero.from(), zero.to())));
    }
    instants.tailSet(END, false).clear();
    return instants;
  }

  private void count(Instant from, Instant to) {
    long ms = Duration.between(from, to).toMillis();
    var open = open(from);
    var capacity = last(tenant.capacities, from);
    if (capacity != null && capacity.at().equals(from)) {
      change(capacity.k(), open);
    }
    admitted.keySet().retainAll(open.keySet());
    long used = 0;
    long exempt = 0;
    for (var one : open.entrySet()) {
      recordedMs += ms * one.getValue()[0];
      billableMs += ms * one.getValue()[1];
      used += one.getValue()[1];
      exempt += Math.min(one.getValue()[1], admitted.getOrDefault(one.getKey(), 0));
    }
    var plan = last(tenant.plans, from);
    if (capacity != null && capacity.burst() && plan != null) {
      long above = Math.max(0, used - Math.max(k, Math.min(exempt, level)));
      var terms = plan.terms();
      burst.merge(new Rate(terms.plan(), terms.burstMinor()), above * ms, Long::sum);
    }
    before = open;
  }

  private void change(int next, Map<String, int[]> open) {
    if (next < k) {
      var goesOn = new HashMap<String, Integer>();
      long exempt = 0;
      for (var one : before.entrySet()) {
        if (open.containsKey(one.getKey())) {
          goesOn.put(one.getKey(), one.getValue()[0]);
          exempt += Math.min(one.getValue()[1], admitted.getOrDefault(one.getKey(), 0));
        }
      }
      level = Math.max(k, Math.min(exempt, level));
      admitted = goesOn;
    }
    k = next;
  }

  /** By family and system: the most weight, and that again if any member is billed. */
  private Map<String, int[]> open(Instant at) {
    var open = new HashMap<String, int[]>();
    for (var held : tenant.holds) {
      var whole = held.whole();
      if (SimulatedMonthTest.in(at, whole.opened(), whole.closed())) {
        var one = open.computeIfAbsent(whole.run() + whole.system(), key -> new int[2]);
        one[0] = Math.max(one[0], whole.weight());
        boolean free =
            whole.zeroRate() != null
                || held.zeros().stream()
                    .anyMatch(zero -> SimulatedMonthTest.in(at, zero.from(), zero.to()));
        one[1] = Math.max(one[1], free ? 0 : 1);
      }
    }
    open.values().forEach(one -> one[1] *= one[0]);
    return open;
  }

  private static <R extends Row> @Nullable R last(List<R> rows, Instant at) {
    return rows.stream().filter(row -> !row.at().isAfter(at)).reduce((a, b) -> b).orElse(null);
  }

  long recordedMs() {
    return recordedMs;
  }

  long billableMs() {
    return billableMs;
  }

  long burstMs() {
    return burst.values().stream().mapToLong(Long::longValue).sum();
  }

  long totalMinor() {
    long fees = 0;
    long above = 0;
    for (int i = 0; i < tenant.plans.size(); i++) {
      var plan = tenant.plans.get(i);
      var end = i + 1 < tenant.plans.size() ? tenant.plans.get(i + 1).at() : END;
      long seconds = end.getEpochSecond() - plan.at().getEpochSecond();
      fees += share(plan.terms().feeMinor(), seconds, 30 * 86_400);
    }
    for (var one : burst.entrySet()) {
      above += share(one.getKey().burstMinor(), one.getValue() / 36_000, 100);
    }
    var cap =
        tenant.capacities.stream().filter(Row.Capacity::burst).reduce((a, b) -> b).orElse(null);
    var most = cap == null ? null : cap.burstCapMinor();
    return fees + (most == null ? above : Math.min(most, above));
  }

  private static long share(long amount, long part, long whole) {
    return BigDecimal.valueOf(amount)
        .multiply(BigDecimal.valueOf(part))
        .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }
}
