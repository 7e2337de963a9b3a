package io.ganglion.bus;

import io.ganglion.db.Write;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;

/** What a run's worker writes of who listens. */
public sealed interface BusWrite extends Write {
  RunId run();

  /**
   * The run waits for events at a position.
   *
   * @param ordinal of the filter within the visit
   * @param type the events' type, {@code source} their source; empty for any
   * @param after events up to this one are decided already
   */
  record Listen(
      TenantId tenant,
      RunId run,
      String position,
      int ordinal,
      String type,
      String source,
      long after)
      implements BusWrite {}

  /** The run waits no more at any position that begins so. */
  record Unlisten(TenantId tenant, RunId run, String position) implements BusWrite {}
}
