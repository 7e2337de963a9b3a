package io.ganglion.run;

import io.ganglion.coordination.Depth;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.SystemId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run did and held, beside its effects.
 *
 * @param billableDepthMs weight × milliseconds that are billed, each system once: not the
 *     laboratory, nor compensation, nor the time in which only the platform failed
 * @param restored entries that compensation put back, with the version that did
 * @param kept entries that it left, since somebody had written them after the run, with the version
 *     found
 * @param depth measured up to the run's end, or to now while it runs
 */
public record Receipt(
    Depth depth,
    long billableDepthMs,
    List<Held> holds,
    List<EntryVersion> read,
    List<EntryVersion> written,
    List<EntryVersion> restored,
    List<EntryVersion> kept) {

  /**
   * One stretch of a hold.
   *
   * @param run the member of the family that opened it
   * @param depthMs weight × milliseconds
   */
  public record Held(
      RunId run,
      SystemId system,
      String connector,
      String label,
      int weight,
      Instant openedAt,
      @Nullable Instant closedAt,
      @Nullable String closeReason,
      long depthMs) {}

  /** A version of one of the agent's state entries. */
  public record EntryVersion(String key, long version) {}
}
