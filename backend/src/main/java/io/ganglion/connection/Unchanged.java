package io.ganglion.connection;

import io.ganglion.db.Write;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.kernel.TenantId;

/**
 * Refused once a connection is not as it was opened: paused, rotated or gone. It rides in the
 * commit of each intent, so that nothing is dispatched after a pause was acknowledged.
 */
public record Unchanged(TenantId tenant, ConnectionId connection, long version) implements Write {
  /** The refusal's reason. */
  public static final String REASON = "connection";
}
