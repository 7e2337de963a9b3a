package io.ganglion.connection;

import io.ganglion.audit.Actor;
import io.ganglion.kernel.Changed;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.Problem;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.Uuid7;
import io.ganglion.oauth.App;
import io.ganglion.oauth.Apps;
import io.ganglion.oauth.Pkce;
import io.ganglion.oauth.TokenAnswer;
import io.ganglion.oauth.TokenEndpoint;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends people to platforms to let us act in their accounts, and takes what they come back with.
 * Call it outside of transactions.
 */
@ApplicationScoped
public class Consents {
  private static final Logger LOG = Logger.getLogger(Consents.class);

  /** So long a person may take. */
  public static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Where platforms send people back to, below the installation's address. */
  public static final String CALLBACK = "/oauth/callback";

  /** A person came back whom nobody has sent. */
  public static final String UNKNOWN = "unknown_authorization";

  private static final int LONGEST_CODE = 4_096;

  private final AuthorizationRequests requests;
  private final ConnectionStore store;
  private final Places places;
  private final Secrets secrets;
  private final Apps apps;
  private final TokenEndpoint endpoint;
  private final Authorizations authorizations;
  private final Actor actor;
  private final URI redirect;
  private final Clock clock = Clock.systemUTC();

  Consents(
      AuthorizationRequests requests,
      ConnectionStore store,
      Places places,
      Secrets secrets,
      Apps apps,
      TokenEndpoint endpoint,
      Authorizations authorizations,
      Actor actor,
      @ConfigProperty(name = "ganglion.public.url") URI publicUrl) {
    this.requests = requests;
    this.store = store;
    this.places = places;
    this.secrets = secrets;
    this.apps = apps;
    this.endpoint = endpoint;
    this.authorizations = authorizations;
    this.actor = actor;
    this.redirect = publicUrl.resolve(CALLBACK);
  }

  /**
   * Where a person is to go.
   *
   * @param connection there will be one of this identifier, or is already
   * @param url of the platform; whoever opens it in time decides
   * @param browser to be shown when they come back, under {@link #cookie}; empty: nothing
   */
  public record Asked(
      ConnectionId connection,
      URI url,
      Instant expiresAt,
      String cookie,
      Optional<String> browser) {
    /** Never shows the state. */
    @Override
    public String toString() {
      return "Asked[%s]".formatted(connection);
    }
  }

  /** What a person came back with; any of it may be missing or made up. */
  public record Returned(
      @Nullable String state, @Nullable String code, @Nullable String error, @Nullable String iss) {
    /** Never shows it. */
    @Override
    public String toString() {
      return "Returned[redacted]";
    }
  }

  /** What came of it. */
  public sealed interface Came {
    record Connected(TenantId tenant, Connection connection) implements Came {}

    /**
     * There is no connection.
     *
     * @param code for people's eyes by way of a page's words: a fixed word, nothing from outside
     */
    record Failed(String code) implements Came {}
  }

  /**
   * Begins.
   *
   * @param id of the connection that may come of it
   * @throws InvalidRequest for what can't be, with pointers
   * @throws NotFound if there is no such connection to authorize again
   * @throws ConnectionProblem if there is no app, the name is taken, or too many are under way
   */
  public Asked begin(TenantId tenant, ConnectionId id, NewConsent wanted) {
    var again = wanted.again().map(it -> there(tenant, it));
    var place =
        again.map(it -> places.of(tenant, it.connection())).orElseGet(() -> fresh(tenant, wanted));
    var flow =
        place
            .flow()
            .orElseThrow(
                () ->
                    new InvalidRequest(
                        again.isPresent() ? "/connection" : "/connector",
                        "there is no OAuth for it; type its credentials in"));
    var own =
        wanted
            .own()
            .or(() -> again.filter(StoredConnection::authorized).flatMap(it -> own(tenant, it)));
    var app =
        own.or(() -> apps.of(tenant, place.platform(), place.environment()))
            .orElseThrow(() -> ConnectionProblem.noApp(place.platform()));
    var connection = again.map(it -> it.connection().id()).orElse(id);
    var request =
        new AuthorizationRequest(
            Uuid7.next(),
            connection,
            again.isPresent(),
            again.map(it -> it.connection().name()).orElse(wanted.name()),
            place.platform(),
            place.environment(),
            wanted.actor(),
            clock.instant().plus(PATIENCE).truncatedTo(ChronoUnit.MILLIS));
    var state = StateToken.fresh(tenant);
    var verifier = Pkce.verifier();
    var browser = wanted.browser() ? Optional.of(StateToken.random()) : Optional.<String>empty();
    var secret = requests.seal(tenant, request.id(), new KeptSecret(verifier, own).json());
    requests.insert(tenant, request, new AuthorizationRequests.Kept(state, browser, secret));
    return new Asked(
        connection,
        new ConsentPage(flow, redirect).url(app, state, verifier),
        request.expiresAt(),
        cookie(state.text()),
        browser);
  }

  /** The name of the cookie that a browser shows with this state. */
  public static String cookie(String state) {
    var hash = StateToken.hash(state);
    return "ganglion_oauth_" + HexFormat.of().formatHex(hash, 0, 8);
  }

  /**
   * Ends it: what a person came back with becomes a connection. Each state is good for one end,
   * whatever comes of it.
   *
   * @param browser what the browser showed under {@link #cookie}
   */
  public Came finish(Returned returned, Optional<String> browser) {
    var state = Optional.ofNullable(returned.state()).flatMap(StateToken::parse);
    var taken = state.flatMap(it -> requests.take(it, browser));
    if (taken.isEmpty()) {
      return new Came.Failed(UNKNOWN);
    }
    try {
      return finish(state.orElseThrow().tenant(), taken.get(), returned);
    } catch (NotFound gone) {
      return new Came.Failed("connection_gone");
    } catch (Changed changed) {
      return new Came.Failed("connection_changed");
    } catch (Problem problem) {
      LOG.infof("connecting %s failed: %s", taken.get().request().connection(), problem.code());
      return new Came.Failed(problem.code());
    }
  }

  private Came finish(TenantId tenant, AuthorizationRequests.Taken taken, Returned returned) {
    var request = taken.request();
    actor.become(request.actor(), null); // they have sent the person
    var place =
        places
            .named(request.connector(), request.environment())
            .orElseThrow(() -> ConnectionProblem.gone(request.name(), "its connector"));
    var flow = place.flow().orElseThrow();
    if (returned.iss() != null && !new ConsentPage(flow, redirect).isOf(returned.iss())) {
      return new Came.Failed("mixed_up");
    }
    if (returned.error() != null) {
      boolean denied = returned.error().equals("access_denied");
      return new Came.Failed(denied ? "consent_denied" : "consent_failed");
    }
    var code = returned.code();
    if (code == null || code.length() > LONGEST_CODE) {
      return new Came.Failed("consent_failed");
    }
    var kept = KeptSecret.of(taken.secret());
    var own = kept.own();
    var app =
        own.or(() -> apps.of(tenant, place.platform(), place.environment()))
            .orElseThrow(() -> ConnectionProblem.noApp(place.platform()));
    var asked = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var shown = new TokenEndpoint.Code(code, redirect, kept.verifier());
    return switch (endpoint.redeem(flow, app, shown)) {
      case TokenAnswer.Granted granted -> {
        var grant = Grant.of(flow.declared().member(), granted.tokens(), own);
        var life = Refreshing.life(asked, granted.tokens().life());
        var connection =
            request.again()
                ? authorizations.authorizeAgain(tenant, request.connection(), grant, life)
                : authorizations.authorize(
                    tenant, request.connection(), request.name(), place, grant, life);
        yield new Came.Connected(tenant, connection);
      }
      case TokenAnswer.Refused refused ->
          throw ConnectionProblem.refused(place.platform(), refused.reason());
      case TokenAnswer.Failed failed ->
          throw ConnectionProblem.unreachable(place.platform(), failed.reason());
    };
  }

  private StoredConnection there(TenantId tenant, ConnectionId id) {
    return store.find(tenant, id).orElseThrow(() -> new NotFound("connection"));
  }

  private Place fresh(TenantId tenant, NewConsent wanted) {
    Authorizations.checkName(wanted.name());
    var place =
        places.chosen(
            tenant,
            new NewConnection(
                wanted.name(),
                wanted.connector(),
                wanted.environment(),
                Optional.empty(),
                Json.object()));
    if (store.find(tenant, wanted.name()).isPresent()) {
      throw ConnectionProblem.nameTaken(wanted.name());
    }
    return place;
  }

  private Optional<App> own(TenantId tenant, StoredConnection stored) {
    return secrets.grant(tenant, stored).own();
  }
}
