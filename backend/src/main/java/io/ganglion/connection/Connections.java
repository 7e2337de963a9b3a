package io.ganglion.connection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ganglion.connection.Connection.Status;
import io.ganglion.connector.Session;
import io.ganglion.db.WorkerBarrier;
import io.ganglion.kernel.Changed;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** The tenant's connections. */
@ApplicationScoped
public class Connections {
  /** How long opened credentials stay in this process's memory. */
  static final Duration KEPT_OPEN = Duration.ofSeconds(30);

  /** So many connections are kept open. */
  private static final int MAX_OPEN = 10_000;

  private final ConnectionStore store;
  private final Places places;
  private final Secrets secrets;
  private final WorkerBarrier barrier;
  private final Cache<Key, Opened> opened =
      Caffeine.newBuilder().expireAfterWrite(KEPT_OPEN).maximumSize(MAX_OPEN).build();

  Connections(ConnectionStore store, Places places, Secrets secrets, WorkerBarrier barrier) {
    this.store = store;
    this.places = places;
    this.secrets = secrets;
    this.barrier = barrier;
  }

  private record Key(TenantId tenant, String name) {}

  /**
   * A connection with its credentials open, for one call.
   *
   * @param unchanged commit it with the intent: it is refused once the connection is another
   */
  public record Opened(Connection connection, Session session, Unchanged unchanged) {}

  /**
   * Opens a connection for one call; keep it no longer than that. It may be as it was up to {@link
   * #KEPT_OPEN} ago, which the commit of {@link Opened#unchanged} then refuses.
   *
   * @throws NotFound if there is none of this name
   * @throws ConnectionProblem if it is paused, or its connector is gone
   */
  public Opened open(TenantId tenant, String name) {
    // of a thousand that ask at once one reads
    return opened.get(new Key(tenant, name), key -> read(tenant, name));
  }

  /** The connection was found changed: the next {@link #open} reads it again. */
  public void forget(TenantId tenant, String name) {
    opened.invalidate(new Key(tenant, name));
  }

  private Opened read(TenantId tenant, String name) {
    var stored = store.find(tenant, name).orElseThrow(() -> new NotFound("connection"));
    var connection = stored.connection();
    if (connection.status() == Status.PAUSED) {
      throw ConnectionProblem.paused(name);
    }
    var session =
        places.of(connection).session(connection.principal(), secrets.open(tenant, stored));
    return new Opened(
        connection, session, new Unchanged(tenant, connection.id(), connection.version()));
  }

  /** The connection of this name, without its credentials. */
  public Optional<Connection> named(TenantId tenant, String name) {
    return store.find(tenant, name).map(StoredConnection::connection);
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

  /**
   * Stops it: nothing is dispatched through it from the moment this returns, save what is in flight
   * already. Again: changes nothing.
   */
  public Connection pause(TenantId tenant, ConnectionId id) {
    var paused =
        store.update(
            tenant,
            id,
            OptionalLong.empty(),
            "connection.paused",
            entity -> entity.set(Status.PAUSED));
    forget(tenant, paused.name());
    barrier.awaitAll();
    return paused;
  }

  /** Ends a pause; a connection that is not paused stays as it is. */
  public Connection resume(TenantId tenant, ConnectionId id) {
    return store.update(
        tenant,
        id,
        OptionalLong.empty(),
        "connection.resumed",
        entity -> {
          if (entity.is(Status.PAUSED)) {
            entity.set(Status.ACTIVE);
          }
        });
  }

  /**
   * Says what acts through it cost, from the next dispatch on.
   *
   * @param prices empty: nothing is counted
   * @param expected the version the caller has seen; empty: whatever it is
   * @throws Changed if it has another version
   * @throws NotFound if there is none
   */
  public Connection price(
      TenantId tenant, ConnectionId id, Optional<Prices> prices, OptionalLong expected) {
    var priced =
        store.update(tenant, id, expected, "connection.priced", entity -> entity.set(prices));
    forget(tenant, priced.name());
    return priced;
  }

  /**
   * Forgets a connection and its credentials; its system and what was done through it stay.
   *
   * @param expected the version the caller has seen; empty: whatever it is
   * @throws Changed if it has another version
   * @throws NotFound if there is none
   */
  public void delete(TenantId tenant, ConnectionId id, OptionalLong expected) {
    forget(tenant, store.delete(tenant, id, expected).name());
    barrier.awaitAll();
  }
}
