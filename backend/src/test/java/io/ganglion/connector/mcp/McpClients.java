package io.ganglion.connector.mcp;

import io.ganglion.connector.Connector;
import io.ganglion.egress.Egress;
import java.time.Clock;

/** The connector of this package, for tests of others that speak by it. */
public final class McpClients {
  private McpClients() {}

  public static Connector of(Egress egress, Clock clock) {
    return new McpConnector(egress, clock);
  }
}
