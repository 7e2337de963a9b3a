package io.ganglion.effect;

import io.ganglion.connector.Connector;
import io.ganglion.connector.Manifest;
import io.ganglion.connector.Session;
import io.ganglion.coordination.SystemRef;
import io.ganglion.db.Write;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an act goes: a connector's action on one system, through an opened connection.
 *
 * @param connection its name in the tenant; null where none is needed
 * @param guard what must still hold when an intent is committed: the connection as it was opened
 * @param weight of the hold that opens if none is open: 1, or ceil(calls in flight / 100) for a
 *     pool
 */
public record Target(
    Connector connector,
    Manifest.Action action,
    Session session,
    @Nullable String connection,
    SystemRef system,
    List<Write> guard,
    int weight) {

  /** So many calls in flight at once weigh as much as one system. */
  public static final int CALLS_A_WEIGHT = 100;

  /** The same system through another view of its connector. */
  public Target through(Connector view) {
    return new Target(view, action, session, connection, system, guard, weight);
  }

  /** The same through another session. */
  public Target with(Session other) {
    return new Target(connector, action, other, connection, system, guard, weight);
  }

  /** The same for a pool of so many calls in flight at once. */
  public Target pooled(int calls) {
    return new Target(
        connector,
        action,
        session,
        connection,
        system,
        guard,
        Math.max(1, Math.ceilDiv(calls, CALLS_A_WEIGHT)));
  }
}
