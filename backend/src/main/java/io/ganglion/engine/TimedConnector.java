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
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A connector for reads under a workflow's timeout: an attempt is cut at the deadline and none
 * begins after it. Acts are never cut, for that would leave their fate unknown.
 *
 * @param clock the database's time
 */
record TimedConnector(Connector connector, Instant deadline, Supplier<Instant> clock)
    implements Connector {
  private static final int TIMED_OUT = 408;

  @Override
  public Outcome send(Session session, Act act) {
    var left = Duration.between(clock.get(), deadline);
    if (!left.isPositive()) {
      return new Outcome.NotLanded(
          TIMED_OUT, "the timeout around this task has passed", Optional.empty(), false);
    }
    var action = act.action();
    return left.compareTo(action.timeout()) >= 0
        ? connector.send(session, act)
        : connector.send(
            session,
            new Act(
                action.within(left),
                act.effect(),
                act.arguments(),
                act.handle(),
                act.firstDispatched()));
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
