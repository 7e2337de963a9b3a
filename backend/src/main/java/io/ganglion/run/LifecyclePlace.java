package io.ganglion.run;

import java.util.regex.Pattern;

/** Up to where a reader has seen a run's lifecycle events. */
public record LifecyclePlace(long seq, int part) {
  public static final LifecyclePlace START = new LifecyclePlace(0, Integer.MAX_VALUE);

  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18})\\.(\\d{1,2})");

  /**
   * Reads an event's id.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static LifecyclePlace parse(String id) {
    var matcher = WRITTEN.matcher(id);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no id of a lifecycle event: " + id);
    }
    return new LifecyclePlace(Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return "%d.%d".formatted(seq, part);
  }

  boolean before(LifecycleEvent event) {
    return event.seq() > seq || (event.seq() == seq && event.part() > part);
  }
}
