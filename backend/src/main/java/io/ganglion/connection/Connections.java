package io.ganglion.connection;

import io.ganglion.connection.Connection.Status;
import io.ganglion.connector.Session;
import io.ganglion.kernel.Changed;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalLong;

/** The tenant's connections. */
@ApplicationScoped
public class Connections {
  private final ConnectionStore store;
  private final Places places;
  private final Secrets secrets;

  Connections(ConnectionStore store, Places places, Secrets secrets) {
    this.store = store;
    this.places = places;
    this.secrets = secrets;
  }

  /** A connection with its credentials open, for one call. */
  public record Opened(Connection connection, Session session) {}

  /**
   * Opens a connection for one call; keep it no longer than that.
   *
   * @throws NotFound if there is none of this name
   * @throws ConnectionProblem if it is paused, or its connector is gone
   */
  public Opened open(TenantId tenant, String name) {
    var stored = store.find(tenant, name).orElseThrow(() -> new NotFound("connection"));
    var connection = stored.connection();
    if (connection.status() == Status.PAUSED) {
      throw ConnectionProblem.paused(name);
    }
    var session =
        places.of(connection).session(connection.principal(), secrets.open(tenant, stored));
    return new Opened(connection, session);
  }

  /**
   * One connection.
   *
   * @throws NotFound if there is none
   */
  public Connection get(TenantId tenant, ConnectionId id) {
    return store
        .find(tenant, id)
        .map(StoredConnection::connection)
        .orElseThrow(() -> new NotFound("connection"));
  }

  /**
   * Newest first.
   *
   * @param before connections from this one on are left out
   */
  public Page<Connection> list(TenantId tenant, int limit, Optional<ConnectionId> before) {
    return store.list(tenant, limit, before);
  }

  /** Stops it: {@link #open} refuses from the moment this returns. Again: changes nothing. */
  public Connection pause(TenantId tenant, ConnectionId id) {
    return store.update(tenant, id, OptionalLong.empty(), entity -> entity.set(Status.PAUSED));
  }

  /** Ends a pause; a connection that is not paused stays as it is. */
  public Connection resume(TenantId tenant, ConnectionId id) {
    return store.update(
        tenant,
        id,
        OptionalLong.empty(),
        entity -> {
          if (entity.is(Status.PAUSED)) {
            entity.set(Status.ACTIVE);
          }
        });
  }

  /**
   * Forgets a connection and its credentials; its system and what was done through it stay.
   *
   * @param expected the version the caller has seen; empty: whatever it is
   * @throws Changed if it has another version
   * @throws NotFound if there is none
   */
  public void delete(TenantId tenant, ConnectionId id, OptionalLong expected) {
    store.delete(tenant, id, expected);
  }
}
