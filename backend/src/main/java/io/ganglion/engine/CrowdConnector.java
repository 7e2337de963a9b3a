package io.ganglion.engine;

import io.ganglion.connector.Act;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Session;

/**
 * A connector for reads of a swarm or of competing branches: a call is given up when the result no
 * longer needs it. Acts are never given up, for that would leave their fate unknown.
 */
record CrowdConnector(Connector connector, Crowd crowd) implements ForwardingConnector {
  @Override
  public Outcome send(Session session, Act act) {
    return crowd.wait(() -> connector.send(session, act));
  }
}
