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

/** A connector that sends in a way of its own and is another one in all else. */
interface ForwardingConnector extends Connector {
  Connector connector();

  @Override
  default Manifest manifest() {
    return connector().manifest();
  }

  @Override
  default Optional<Manifest.Action> action(String name) {
    return connector().action(name);
  }

  @Override
  default Whoami whoami(Session session) {
    return connector().whoami(session);
  }

  @Override
  default RetryClass retryClass(Manifest.Action action, JsonNode arguments) {
    return connector().retryClass(action, arguments);
  }

  @Override
  default String principal(Session session, JsonNode arguments) {
    return connector().principal(session, arguments);
  }

  @Override
  default Preparation prepare(Session session, Act act) {
    return connector().prepare(session, act);
  }

  @Override
  default Finding lookUp(Session session, Act act) {
    return connector().lookUp(session, act);
  }

  @Override
  default Optional<JsonNode> undoArguments(Act act, Outcome.Landed landed) {
    return connector().undoArguments(act, landed);
  }
}
