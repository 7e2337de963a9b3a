package io.ganglion.webhook;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;

/** Opens feeds of events. */
@ApplicationScoped
public class EventFeeds {
  private final TenantTx tx;
  private final EventTypes types;

  EventFeeds(TenantTx tx, EventTypes types) {
    this.tx = tx;
    this.types = types;
  }

  /**
   * @param after the number of the last event that was told; empty: what happens from now on
   */
  public EventFeed open(TenantId tenant, OptionalLong after) {
    return EventFeed.open(tx, types, tenant, after);
  }
}
