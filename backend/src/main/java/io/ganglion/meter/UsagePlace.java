package io.ganglion.meter;

import java.time.Instant;
import java.util.UUID;

/** Where a sum stands among all, in the order in which they are listed. */
public record UsagePlace(Instant start, UUID agent, UUID workflow, UUID system, String connector) {
  private static final UUID NIL = new UUID(0, 0);

  /** Before all others. */
  static final UsagePlace FIRST = new UsagePlace(Instant.EPOCH, NIL, NIL, NIL, "");

  static UsagePlace of(Usages.Sum sum) {
    return new UsagePlace(
        sum.start(),
        sum.agent().map(id -> id.uuid()).orElse(NIL),
        sum.workflow().map(id -> id.uuid()).orElse(NIL),
        sum.system().map(id -> id.uuid()).orElse(NIL),
        sum.connector().orElse(""));
  }

  /**
   * Reads what a page's cursor is.
   *
   * @throws IllegalArgumentException if it is no place
   */
  public static UsagePlace read(String text) {
    var parts = text.split(" ", -1);
    if (parts.length != 5) {
      throw new IllegalArgumentException("no place: " + text);
    }
    return new UsagePlace(
        Instant.ofEpochSecond(Long.parseLong(parts[0])),
        UUID.fromString(parts[1]),
        UUID.fromString(parts[2]),
        UUID.fromString(parts[3]),
        parts[4]);
  }

  String text() {
    return "%d %s %s %s %s".formatted(start.getEpochSecond(), agent, workflow, system, connector);
  }
}
