package io.ganglion.ledger;

import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was held, by hour and by whom.
 *
 * @param hours in the order of time; only those in which something was held
 */
public record Usage(List<Hour> hours) {
  /**
   * One system in one UTC hour, as one agent's runs of one workflow held it.
   *
   * @param start of the hour
   * @param recordedMs depth-milliseconds
   * @param billableMs of these, what nothing zero-rates
   */
  public record Hour(
      Instant start,
      @Nullable String agent,
      @Nullable String workflow,
      String connector,
      String system,
      long recordedMs,
      long billableMs) {}

  private record Key(Instant start, String agent, String workflow, String system) {}

  /** Of the holds among the rows that lie in a month. */
  public static Usage of(List<Row> rows, YearMonth month) {
    var within = Span.of(month);
    var sums = new TreeMap<Key, Hour>(ORDER);
    for (var row : rows) {
      if (row instanceof Row.Hold hold && within.has(hold.opened())) {
        sums.merge(key(hold), hour(hold), Usage::both);
      }
    }
    return new Usage(new ArrayList<>(sums.values()));
  }

  private static final java.util.Comparator<Key> ORDER =
      java.util.Comparator.comparing(Key::start)
          .thenComparing(Key::agent)
          .thenComparing(Key::workflow)
          .thenComparing(Key::system);

  private static Key key(Row.Hold hold) {
    return new Key(
        hold.opened().truncatedTo(ChronoUnit.HOURS),
        hold.agent() == null ? "" : hold.agent(),
        hold.workflow() == null ? "" : hold.workflow(),
        hold.system());
  }

  private static Hour hour(Row.Hold hold) {
    return new Hour(
        hold.opened().truncatedTo(ChronoUnit.HOURS),
        hold.agent(),
        hold.workflow(),
        hold.connector(),
        hold.system(),
        hold.depthMs(),
        hold.billable() ? hold.depthMs() : 0);
  }

  private static Hour both(Hour one, Hour other) {
    return new Hour(
        one.start,
        one.agent,
        one.workflow,
        one.connector,
        one.system,
        one.recordedMs + other.recordedMs,
        one.billableMs + other.billableMs);
  }

  public long recordedMs() {
    return hours.stream().mapToLong(Hour::recordedMs).sum();
  }

  public long billableMs() {
    return hours.stream().mapToLong(Hour::billableMs).sum();
  }

}
