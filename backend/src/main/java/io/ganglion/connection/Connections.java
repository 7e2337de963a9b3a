package io.ganglion.connection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ganglion.connection.Connection.Status;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Session;
import io.ganglion.db.WorkerBarrier;
import io.ganglion.kernel.Changed;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The tenant's connections. */
@ApplicationScoped
public class Connections {
  /** How long opened credentials stay in this process's memory. */
  static final Duration KEPT_OPEN = Duration.ofSeconds(30);

  /** What a run waits for whose connection has to be authorized again. */
  public static final String CONSENT = "reauthorize";

  /** So many connections are kept open. */
  private static final int MAX_OPEN = 10_000;

  private final ConnectionStore store;
  private final Places places;
  private final Secrets secrets;
  private final Renewals renewals;
  private final WorkerBarrier barrier;
  private final Clock clock = Clock.systemUTC();
  private final Cache<Key, Opened> opened =
      Caffeine.newBuilder().expireAfterWrite(KEPT_OPEN).maximumSize(MAX_OPEN).build();

  Connections(
      ConnectionStore store,
      Places places,
      Secrets secrets,
      Renewals renewals,
      WorkerBarrier barrier) {
    this.store = store;
    this.places = places;
    this.secrets = secrets;
    this.renewals = renewals;
    this.barrier = barrier;
  }

  private record Key(TenantId tenant, String name) {}

  /**
   * A connection with its credentials open, for one call.
   *
   * @param connector as it was when the connection was opened; whoever changes it changes the
   *     connection's version, too
   * @param unchanged commit it with the intent: it is refused once the connection is another
   */
  public record Opened(
      Connection connection,
      Connector connector,
      Session session,
      Unchanged unchanged,
      Optional<Held> token) {}

  /**
   * An access token that a person let us have.
   *
   * @param version of the credentials it is in
   * @param due from when on the next one is asked for; empty: never
   * @param end empty: it has none, as far as is known
   */
  record Held(long version, Optional<Instant> due, Optional<Instant> end) {
    boolean due(Instant now) {
      return due.filter(now::isAfter).isPresent();
    }

    boolean ended(Instant now) {
      return end.filter(now::isAfter).isPresent();
    }
  }

  /**
   * Opens a connection for one call; keep it no longer than that. It may be as it was up to {@link
   * #KEPT_OPEN} ago, which the commit of {@link Opened#unchanged} then refuses. A token that is
   * about to end is refreshed first. Call it outside of transactions.
   *
   * @throws NotFound if there is none of this name
   * @throws ConnectionProblem if it is paused or has to be authorized again, if its token has ended
   *     and no other can be had now, or its connector is gone
   */
  public Opened open(TenantId tenant, String name) {
    var key = new Key(tenant, name);
    var there = kept(key);
    return there.token().filter(token -> token.due(clock.instant())).isPresent()
        ? renewed(key, there, there.token().get())
        : there;
  }

  /** As it was opened, unless its token is about to end by now; see {@link #open}. */
  public Opened current(TenantId tenant, Opened opened) {
    return opened.token().filter(token -> token.due(clock.instant())).isPresent()
        ? open(tenant, opened.connection().name())
        : opened;
  }

  /**
   * The platform refused its token before its time: asks for another.
   *
   * @return whether the same act may be tried again, with whatever is then the case
   */
  public boolean refused(TenantId tenant, Opened used) {
    if (used.token().isEmpty()) {
      return false;
    }
    var connection = used.connection();
    var renewed = renewals.renew(tenant, connection.id(), used.token().get().version());
    forget(tenant, connection.name());
    return !(renewed instanceof Renewed.Never);
  }

  private Opened kept(Key key) {
    // of a thousand that ask at once one reads
    return opened.get(key, it -> read(it.tenant(), it.name()));
  }

  private Opened renewed(Key key, Opened there, Held token) {
    return switch (renewals.renew(key.tenant(), there.connection().id(), token.version())) {
      case Renewed.Done done -> {
        forget(key.tenant(), key.name());
        yield kept(key);
      }
      case Renewed.Later later when token.ended(clock.instant()) ->
          throw ConnectionProblem.unrefreshed(key.name(), later.reason());
      case Renewed.Refused refused -> {
        forget(key.tenant(), key.name());
        throw ConnectionProblem.reauthorize(key.name());
      }
      case Renewed.Later later -> there; // a failed refresh harms nothing before the token's end
      case Renewed.Never never -> there;
    };
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
    if (connection.status() == Status.REAUTHORIZE && stored.authorized()) {
      throw ConnectionProblem.reauthorize(name);
    }
    var place = places.of(tenant, connection);
    return new Opened(
        connection,
        place.connector(),
        place.session(connection.principal(), secrets.open(tenant, stored)),
        new Unchanged(tenant, connection.id(), connection.version()),
        stored.life().map(life -> held(stored, life, place)));
  }

  private static Held held(StoredConnection stored, TokenLife life, Place place) {
    var oauth = place.connector().manifest().oauth();
    return new Held(
        stored.credentialsVersion(),
        oauth.flatMap(it -> life.due(it.refresh().margin())),
        life.end());
  }

  /** The connection of this name, without its credentials. */
  public Optional<Connection> named(TenantId tenant, String name) {
    return store.find(tenant, name).map(StoredConnection::connection);
  }

  /** Names of those for a connector, at most ten. */
  public List<String> namesFor(TenantId tenant, String connector) {
    return store.namesFor(tenant, connector);
  }

  /**
   * Makes everybody open the connections for a connector anew, as it has changed; in the
   * transaction of the change. Wait for the workers' commits after it.
   */
  public void reopen(TenantId tenant, String connector) {
    store.touch(tenant, connector);
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
