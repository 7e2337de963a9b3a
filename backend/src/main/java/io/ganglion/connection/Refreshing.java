package io.ganglion.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connection.Connection.Status;
import io.ganglion.connector.OAuth;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.kernel.TenantId;
import io.ganglion.oauth.App;
import io.ganglion.oauth.Apps;
import io.ganglion.oauth.TokenAnswer;
import io.ganglion.oauth.TokenEndpoint;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import org.jboss.logging.Logger;

/** One refresh, by whoever has the turn. What the platform gave is durable when this returns. */
@ApplicationScoped
class Refreshing {
  private static final Logger LOG = Logger.getLogger(Refreshing.class);

  /** What was granted exists nowhere else: the database may be away for so long. */
  private static final int TRIES_TO_KEEP = 60;

  private static final Duration BETWEEN = Duration.ofMillis(500);

  private final Places places;
  private final Secrets secrets;
  private final Apps apps;
  private final TokenEndpoint endpoint;
  private final Refreshes refreshes;
  private final ConnectionStore store;
  private final Clock clock = Clock.systemUTC();

  Refreshing(
      Places places,
      Secrets secrets,
      Apps apps,
      TokenEndpoint endpoint,
      Refreshes refreshes,
      ConnectionStore store) {
    this.places = places;
    this.secrets = secrets;
    this.apps = apps;
    this.endpoint = endpoint;
    this.refreshes = refreshes;
    this.store = store;
  }

  /** Whether there is something to show for the next token. */
  boolean possible(TenantId tenant, StoredConnection stored) {
    var oauth = places.of(tenant, stored.connection()).connector().manifest().oauth();
    return oauth.isPresent() && shown(oauth.get(), secrets.grant(tenant, stored)).isPresent();
  }

  Renewed refresh(TenantId tenant, StoredConnection stored) throws InterruptedException {
    var id = stored.connection().id();
    long used = stored.credentialsVersion();
    var place = places.of(tenant, stored.connection());
    var flow = place.flow().orElseThrow();
    var member = flow.declared().member();
    var grant = secrets.grant(tenant, stored);
    secrets.seal(tenant, id, used + 1, grant.sealable()); // what can't be kept isn't asked for
    var app = app(tenant, stored.connection(), grant);
    if (app.isEmpty()) {
      return failed(tenant, id, used, "there is no OAuth app for it any more");
    }
    var asked = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return switch (endpoint.refresh(flow, app.get(), shown(flow.declared(), grant).orElseThrow())) {
      case TokenAnswer.Granted granted -> {
        var next = grant.next(member, granted.tokens()).sealable();
        keep(tenant, stored, next, life(asked, granted.tokens().life()));
        yield new Renewed.Done();
      }
      case TokenAnswer.Refused refused -> {
        LOG.warnf("connection %s has to be authorized again: %s", id, refused.reason());
        yield refused(tenant, id, used);
      }
      case TokenAnswer.Failed failed -> failed(tenant, id, used, failed.reason());
    };
  }

  private static Optional<String> shown(OAuth oauth, Grant grant) {
    return switch (oauth.refresh().by()) {
      case REFRESH_TOKEN -> grant.refresh();
      case ACCESS_TOKEN ->
          Optional.ofNullable(grant.credentials().path(oauth.member()).textValue());
    };
  }

  private Optional<App> app(TenantId tenant, Connection connection, Grant grant) {
    return grant.own().or(() -> apps.of(tenant, connection.connector(), connection.environment()));
  }

  private void keep(TenantId tenant, StoredConnection stored, JsonNode next, TokenLife life)
      throws InterruptedException {
    var id = stored.connection().id();
    long used = stored.credentialsVersion();
    for (int tries = 1; ; tries++) {
      try {
        var sealed = secrets.seal(tenant, id, used + 1, next);
        if (!refreshes.keep(tenant, stored.connection(), used, sealed, life)) {
          LOG.warnf("connection %s was given other credentials while it was refreshed", id);
        }
        return;
      } catch (RuntimeException e) {
        if (tries == TRIES_TO_KEEP) {
          throw e;
        }
        Thread.sleep(BETWEEN);
      }
    }
  }

  /** Unless somebody has stored a newer token meanwhile. */
  private Renewed refused(TenantId tenant, ConnectionId id, long used) {
    store.update(
        tenant,
        id,
        OptionalLong.empty(),
        "connection.refused",
        entity -> {
          if (entity.credentialsVersion == used && entity.is(Status.ACTIVE)) {
            entity.set(Status.REAUTHORIZE);
          }
        });
    return new Renewed.Refused();
  }

  private Renewed failed(TenantId tenant, ConnectionId id, long used, String reason) {
    LOG.warnf("the token of connection %s could not be refreshed: %s", id, reason);
    refreshes.failed(tenant, id, used);
    return new Renewed.Later(reason);
  }

  /** The end of a token that was just asked for. */
  static TokenLife life(Instant asked, Optional<Duration> life) {
    return new TokenLife(asked, life.map(asked::plus));
  }
}
