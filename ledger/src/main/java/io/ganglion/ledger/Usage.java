package io.ganglion.ledger;

import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was held, by hour and by whom: one number a system, however many rows tell of it. */
public final class Usage {
  private final TreeMap<Key, Hour> sums = new TreeMap<>(Key.ORDER);

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
      long billableMs) {
    static Hour of(Row.Hold hold) {
      return new Hour(
          hold.opened().truncatedTo(ChronoUnit.HOURS),
          hold.agent(),
          hold.workflow(),
          hold.connector(),
          hold.system(),
          hold.depthMs(),
          hold.billable() ? hold.depthMs() : 0);
    }

    Hour plus(Hour other) {
      return new Hour(
          start,
          agent,
          workflow,
          connector,
          system,
          recordedMs + other.recordedMs,
          billableMs + other.billableMs);
    }
  }

  private record Key(Instant start, String agent, String workflow, String system) {
    static final Comparator<Key> ORDER =
        Comparator.comparing(Key::start)
            .thenComparing(Key::agent)
            .thenComparing(Key::workflow)
            .thenComparing(Key::system);

    static Key of(Hour hour) {
      return new Key(
          hour.start,
          hour.agent == null ? "" : hour.agent,
          hour.workflow == null ? "" : hour.workflow,
          hour.system);
    }
  }

  /** Of the holds among the rows that lie in a month. */
  public static Usage of(List<Row> rows, YearMonth month) {
    var within = Span.of(month);
    var usage = new Usage();
    for (var row : rows) {
      if (row instanceof Row.Hold hold && within.has(hold.opened())) {
        usage.add(hold);
      }
    }
    return usage;
  }

  /** Counts a row. */
  public void add(Row.Hold hold) {
    var hour = Hour.of(hold);
    sums.merge(Key.of(hour), hour, Hour::plus);
  }

  /** In the order of time; only those in which something was held. */
  public List<Hour> hours() {
    return List.copyOf(sums.values());
  }

  public long recordedMs() {
    return sums.values().stream().mapToLong(Hour::recordedMs).sum();
  }

  public long billableMs() {
    return sums.values().stream().mapToLong(Hour::billableMs).sum();
  }
}
