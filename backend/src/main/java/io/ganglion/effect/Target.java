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
 * @param takes what each dispatch takes
 */
public record Target(
    Connector connector,
    Manifest.Action action,
    Session session,
    @Nullable String connection,
    SystemRef system,
    List<Write> guard,
    Takes takes) {

  /** The same system through another view of its connector. */
  public Target through(Connector view) {
    return new Target(view, action, session, connection, system, guard, takes);
  }

  /** The same through another session. */
  public Target with(Session other) {
    return new Target(connector, action, other, connection, system, guard, takes);
  }

  /** The same as one of so many calls at once, which weigh by how many are in flight. */
  public Target pooled(int together) {
    return new Target(
        connector, action, session, connection, system, guard, takes.pooled(together));
  }
}
