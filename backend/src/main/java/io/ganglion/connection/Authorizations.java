package io.ganglion.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connection.Connection.Status;
import io.ganglion.connector.Credentials;
import io.ganglion.coordination.SystemIdentity;
import io.ganglion.kernel.Changed;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Takes credentials in, after asking their platform. Call it outside of transactions. */
@ApplicationScoped
public class Authorizations {
  private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,64}");

  private final ConnectionStore store;
  private final Places places;
  private final Accounts accounts;
  private final Secrets secrets;
  private final Clock clock = Clock.systemUTC();

  Authorizations(ConnectionStore store, Places places, Accounts accounts, Secrets secrets) {
    this.store = store;
    this.places = places;
    this.accounts = accounts;
    this.secrets = secrets;
  }

  /**
   * Asks the platform whose credentials these are and stores them, under an identifier the caller
   * chose; the same call again answers the same connection.
   *
   * @throws InvalidRequest for what can't be, with pointers
   * @throws ConnectionProblem when the name is taken, or the platform refuses or can't be asked
   */
  public Connection create(TenantId tenant, ConnectionId id, NewConnection wanted) {
    if (!NAME.matcher(wanted.name()).matches()) {
      throw new InvalidRequest("/name", "send 1 to 64 of a-z, 0-9, _ and -");
    }
    var place = places.chosen(wanted);
    places.check(place.connector().manifest(), wanted.credentials());
    var there = store.find(tenant, wanted.name());
    if (there.isPresent()) {
      if (!there.get().connection().id().equals(id)) {
        throw ConnectionProblem.nameTaken(wanted.name());
      }
      return there.get().connection();
    }
    var account = accounts.need(place, new Credentials(wanted.credentials()));
    var system =
        SystemIdentity.of(tenant, place.platform(), place.environment(), account.principal());
    var sealed = secrets.seal(tenant, id, 1, wanted.credentials());
    var entity = ConnectionEntity.of(id, wanted.name(), place, account, system, now());
    entity.set(sealed, 1);
    return store.insert(tenant, entity, place.connector().manifest().holdMode());
  }

  /**
   * Asks the platform again; a refusal makes the connection {@link Status#REAUTHORIZE}.
   *
   * @throws NotFound if there is none
   * @throws ConnectionProblem if the platform can't be asked, or names another account
   */
  public Connection check(TenantId tenant, ConnectionId id) {
    var stored = stored(tenant, id);
    var connection = stored.connection();
    var answer = accounts.ask(places.of(connection), secrets.open(tenant, stored));
    var refused =
        switch (answer) {
          case Accounts.Answer.Account account -> {
            same(connection, account);
            yield false;
          }
          case Accounts.Answer.Refused r -> true;
        };
    return store.update(
        tenant,
        id,
        OptionalLong.empty(),
        "connection.checked",
        entity -> {
          entity.checkedAt = now();
          boolean asked = entity.credentialsVersion == stored.credentialsVersion();
          if (asked && !entity.is(Status.PAUSED)) { // a pause outlasts what the platform says
            entity.set(refused ? Status.REAUTHORIZE : Status.ACTIVE);
          }
        });
  }

  /**
   * Replaces the credentials by others of the same account.
   *
   * @param expected the version the caller has seen; empty: whatever it is
   * @throws Changed if it has another version
   * @throws NotFound if there is none
   * @throws InvalidRequest as {@link #create}
   * @throws ConnectionProblem as {@link #create}, and if they are another account's
   */
  public Connection rotate(
      TenantId tenant, ConnectionId id, OptionalLong expected, JsonNode credentials) {
    var stored = stored(tenant, id);
    var connection = stored.connection();
    Changed.check(expected, connection.version());
    var place = places.of(connection);
    places.check(place.connector().manifest(), credentials);
    same(connection, accounts.need(place, new Credentials(credentials)));
    long next = stored.credentialsVersion() + 1;
    var sealed = secrets.seal(tenant, id, next, credentials);
    return store.update(
        tenant,
        id,
        OptionalLong.of(connection.version()), // a rotation meanwhile has sealed this version too
        "connection.rotated",
        entity -> {
          entity.set(sealed, next);
          entity.checkedAt = now();
          if (!entity.is(Status.PAUSED)) {
            entity.set(Status.ACTIVE);
          }
        });
  }

  private static void same(Connection connection, Accounts.Answer.Account account) {
    if (!account.principal().equals(connection.principal())) {
      throw ConnectionProblem.otherAccount(account.label());
    }
  }

  private StoredConnection stored(TenantId tenant, ConnectionId id) {
    return store.find(tenant, id).orElseThrow(() -> new NotFound("connection"));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
