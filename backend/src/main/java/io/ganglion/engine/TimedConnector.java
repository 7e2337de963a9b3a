package io.ganglion.engine;

import io.ganglion.connector.Act;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Outcome;
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
    implements ForwardingConnector {
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
}
