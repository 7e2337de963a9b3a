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
import java.util.Optional;
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
  private final Renewals renewals;
  private final Clock clock = Clock.systemUTC();

  Authorizations(
      ConnectionStore store, Places places, Accounts accounts, Secrets secrets, Renewals renewals) {
    this.store = store;
    this.places = places;
    this.accounts = accounts;
    this.secrets = secrets;
    this.renewals = renewals;
  }

  /**
   * Asks the platform whose credentials these are and stores them, under an identifier the caller
   * chose; the same call again answers the same connection.
   *
   * @throws InvalidRequest for what can't be, with pointers
   * @throws ConnectionProblem when the name is taken, or the platform refuses or can't be asked
   */
  public Connection create(TenantId tenant, ConnectionId id, NewConnection wanted) {
    checkName(wanted.name());
    var place = places.chosen(tenant, wanted);
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
    entity.set(sealed, 1, Optional.empty());
    return store.insert(tenant, entity, place.connector().manifest().holdMode());
  }

  static void checkName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new InvalidRequest("/name", "send 1 to 64 of a-z, 0-9, _ and -");
    }
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
    var answer = accounts.ask(places.of(tenant, connection), secrets.open(tenant, stored));
    if (answer instanceof Accounts.Answer.Refused
        && newer(tenant, stored) instanceof Renewed.Done) { // what has ended is no refusal
      stored = stored(tenant, id);
      answer = accounts.ask(places.of(tenant, connection), secrets.open(tenant, stored));
    }
    long asked = stored.credentialsVersion();
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
          if (entity.credentialsVersion == asked
              && !entity.is(Status.PAUSED)) { // a pause outlasts what the platform says
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
    var place = places.of(tenant, connection);
    places.check(place.connector().manifest(), credentials);
    same(connection, accounts.need(place, new Credentials(credentials)));
    var seen = OptionalLong.of(connection.version());
    return replace(tenant, stored, credentials, Optional.empty(), seen);
  }

  /**
   * @throws ConnectionProblem while nobody knows whether there will be one
   */
  private Renewed newer(TenantId tenant, StoredConnection stored) {
    var renewed = renewals.renew(tenant, stored.connection().id(), stored.credentialsVersion());
    if (renewed instanceof Renewed.Later later) {
      throw ConnectionProblem.unreachable(stored.connection().connector(), later.reason());
    }
    return renewed;
  }

  private static void same(Connection connection, Accounts.Answer.Account account) {
    if (!account.principal().equals(connection.principal())) {
      throw ConnectionProblem.otherAccount(account.label());
    }
  }

  /**
   * Makes a connection with what a person has let us have.
   *
   * @throws ConnectionProblem as {@link #create}
   */
  Connection authorize(
      TenantId tenant, ConnectionId id, String name, Place place, Grant grant, TokenLife life) {
    var account = accounts.need(place, new Credentials(grant.credentials()));
    var system =
        SystemIdentity.of(tenant, place.platform(), place.environment(), account.principal());
    var entity = ConnectionEntity.of(id, name, place, account, system, now());
    entity.set(secrets.seal(tenant, id, 1, grant.sealable()), 1, Optional.of(life));
    return store.insert(tenant, entity, place.connector().manifest().holdMode());
  }

  /**
   * Gives a connection what the person has let us have this time.
   *
   * @throws Changed if its credentials were replaced meanwhile
   * @throws NotFound if there is none
   * @throws ConnectionProblem as {@link #rotate}
   */
  Connection authorizeAgain(TenantId tenant, ConnectionId id, Grant grant, TokenLife life) {
    var stored = stored(tenant, id);
    var account =
        accounts.need(places.of(tenant, stored.connection()), new Credentials(grant.credentials()));
    same(stored.connection(), account);
    return replace(tenant, stored, grant.sealable(), Optional.of(life), OptionalLong.empty());
  }

  /** Whatever it was made with; a pause stays. */
  private Connection replace(
      TenantId tenant,
      StoredConnection stored,
      JsonNode sealable,
      Optional<TokenLife> life,
      OptionalLong expected) {
    var id = stored.connection().id();
    long next = stored.credentialsVersion() + 1;
    var sealed = secrets.seal(tenant, id, next, sealable);
    return store.update(
        tenant,
        id,
        expected,
        life.isPresent() ? "connection.authorized" : "connection.rotated",
        entity -> {
          // another rotation, or a refresh, has sealed this version too
          Changed.check(OptionalLong.of(next - 1), entity.credentialsVersion);
          entity.set(sealed, next, life);
          entity.checkedAt = now();
          if (!entity.is(Status.PAUSED)) {
            entity.set(Status.ACTIVE);
          }
        });
  }

  private StoredConnection stored(TenantId tenant, ConnectionId id) {
    return store.find(tenant, id).orElseThrow(() -> new NotFound("connection"));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
