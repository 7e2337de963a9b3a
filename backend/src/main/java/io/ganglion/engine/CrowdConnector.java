package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Manifest;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.Session;
import java.util.Optional;

/**
 * A connector for a swarm's reads: a call is given up when the result no longer needs it. Acts are
 * never given up, for that would leave their fate unknown.
 */
record CrowdConnector(Connector connector, Crowd crowd) implements Connector {
  @Override
  public Outcome send(Session session, Act act) {
    return crowd.wait(() -> connector.send(session, act));
  }

  @Override
  public Manifest manifest() {
    return connector.manifest();
  }

  @Override
  public Whoami whoami(Session session) {
    return connector.whoami(session);
  }

  @Override
  public RetryClass retryClass(Manifest.Action action, JsonNode arguments) {
    return connector.retryClass(action, arguments);
  }

  @Override
  public String principal(Session session, JsonNode arguments) {
    return connector.principal(session, arguments);
  }

  @Override
  public Preparation prepare(Session session, Act act) {
    return connector.prepare(session, act);
  }

  @Override
  public Finding lookUp(Session session, Act act) {
    return connector.lookUp(session, act);
  }

  @Override
  public Optional<JsonNode> undoArguments(Act act, Outcome.Landed landed) {
    return connector.undoArguments(act, landed);
  }
}
