package io.ganglion.status;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How the parts do, from what was seen. Pure.
 *
 * @param parts those that this installation has, in their order
 * @param incidents those that go on, newest first
 */
public record Looks(Map<Part, PartState> parts, List<Incident> incidents, Instant at) {
  public Looks {
    parts = java.util.Collections.unmodifiableMap(new EnumMap<>(parts));
    incidents = List.copyOf(incidents);
  }

  /**
   * @param seen what other parts than the database's say of themselves; a part that is missing
   *     there and is not measured is not shown
   * @param alive workers that hold their lease
   */
  static Looks of(
      Measured measured,
      int alive,
      Map<Part, PartState> seen,
      List<Incident> incidents,
      StatusConfig config,
      Instant at) {
    var parts = new EnumMap<Part, PartState>(Part.class);
    parts.put(Part.API, PartState.OPERATIONAL);
    parts.put(Part.WORKERS, workers(measured, alive, config));
    parts.put(
        Part.WEBHOOKS,
        measured.webhookDelay() > config.webhookDelay().toSeconds()
            ? PartState.DEGRADED
            : PartState.OPERATIONAL);
    parts.putAll(seen);
    parts.replaceAll((part, state) -> told(part, state, incidents));
    return new Looks(parts, incidents, at);
  }

  /** The database can't be asked: the API can do little, and of the rest nobody knows. */
  static Looks blind(Map<Part, PartState> seen, List<Incident> lastKnown, Instant at) {
    var parts = new EnumMap<Part, PartState>(Part.class);
    parts.put(Part.API, PartState.OUTAGE);
    parts.put(Part.WORKERS, PartState.UNKNOWN);
    parts.put(Part.WEBHOOKS, PartState.UNKNOWN);
    parts.putAll(seen);
    return new Looks(parts, lastKnown, at);
  }

  /** The worst of all. */
  public PartState worst() {
    return parts.values().stream().reduce(PartState.OPERATIONAL, PartState::worse);
  }

  private static PartState workers(Measured measured, int alive, StatusConfig config) {
    if (alive == 0) {
      return PartState.OUTAGE;
    }
    return measured.delay() > config.runDelay().toSeconds()
        ? PartState.DEGRADED
        : PartState.OPERATIONAL;
  }

  /** What people tell counts where it is worse than what is measured. */
  private static PartState told(Part part, PartState state, List<Incident> incidents) {
    return incidents.stream()
        .filter(one -> one.harms(part))
        .map(one -> one.impact().state())
        .reduce(state, PartState::worse);
  }
}
