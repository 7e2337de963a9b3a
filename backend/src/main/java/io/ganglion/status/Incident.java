package io.ganglion.status;

import io.ganglion.kernel.IncidentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something wrong with the platform, as everybody is told.
 *
 * @param parts those that it harms; at least one
 * @param updates how it went on, oldest first; at least one
 * @param resolvedAt empty while it goes on
 */
public record Incident(
    IncidentId id,
    String title,
    Impact impact,
    Set<Part> parts,
    Instant startedAt,
    Optional<Instant> resolvedAt,
    List<Update> updates) {
  /** Longest title, in characters. */
  public static final int MAX_TITLE = 120;

  /** Longest message, in characters. */
  public static final int MAX_MESSAGE = 2_000;

  /** Updates of one incident. */
  public static final int MAX_UPDATES = 200;

  public Incident {
    parts = Set.copyOf(parts);
    updates = List.copyOf(updates);
  }

  /** What was told at a time. */
  public record Update(IncidentState state, String message, Instant at) {}

  public IncidentState state() {
    return updates.getLast().state();
  }

  /** Whether it is this part's, and goes on. */
  boolean harms(Part part) {
    return resolvedAt.isEmpty() && parts.contains(part);
  }
}
