package io.ganglion.api.auth;

import io.ganglion.federation.Admission;
import io.ganglion.identity.IdentityProblem;
import io.ganglion.identity.Person;
import io.ganglion.kernel.TenantId;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Finds out who signed in, by a session cookie or an access token. */
@RequestScoped
public class SignIn {
  private static final Logger LOG = Logger.getLogger(SignIn.class);
  private static final String PROVIDER = "identity_provider";
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final CurrentIdentityAssociation association;
  private final SignInConfig config;
  private final CsrfTokens csrf;
  private final RoutingContext request;
  private final Admission admission;

  SignIn(
      CurrentIdentityAssociation association,
      SignInConfig config,
      CsrfTokens csrf,
      RoutingContext request,
      Admission admission) {
    this.association = association;
    this.config = config;
    this.csrf = csrf;
    this.request = request;
    this.admission = admission;
  }

  /** Whether the request has a session cookie, valid or not. */
  public static boolean hasSession(ContainerRequestContext request) {
    return request.getCookies().keySet().stream().anyMatch(it -> it.startsWith(OidcClients.COOKIE));
  }

  /**
   * Who sent this token or cookie.
   *
   * @throws IdentityProblem if it is none that the provider gave, or the provider can't be asked
   */
  public Person person() {
    var token = token().orElseThrow(IdentityProblem::unauthenticated);
    var person = person(token);
    admission.admit(person, way(token));
    return person;
  }

  /** Whose provider they have to sign in by, if there is any. */
  Optional<TenantId> organization() {
    return token().map(SignIn::person).flatMap(admission::organization);
  }

  /**
   * Lets a request by session cookie change something only if it has the session's CSRF token.
   *
   * @throws IdentityProblem if it has not
   */
  public void requireCsrfToken(@Nullable String sent) {
    var token = token().orElseThrow(IdentityProblem::unauthenticated);
    if (sent == null || !csrf.fits(token, sent)) {
      throw IdentityProblem.csrfToken();
    }
  }

  /**
   * Whether the provider itself gave them that realm role. Who came by a tenant's own provider has
   * none, whatever it says.
   */
  public boolean hasRole(String role) {
    return token().filter(token -> way(token).isEmpty() && roles(token).contains(role)).isPresent();
  }

  /** As Keycloak has them: {@code realm_access.roles}. */
  private static Set<String> roles(JsonWebToken token) {
    if (!(token.getClaim("realm_access") instanceof Map<?, ?> access)
        || !(access.get("roles") instanceof Collection<?> roles)) {
      return Set.of();
    }
    return roles.stream()
        .map(one -> one instanceof JsonString text ? text.getString() : String.valueOf(one))
        .collect(Collectors.toSet());
  }

  /** Whether it is a session cookie that proved who calls. */
  public boolean bySession() {
    return !request.request().headers().contains("Authorization");
  }

  /** What a request of this session has to send to change something. */
  public String csrfToken() {
    return csrf.of(token().orElseThrow(IdentityProblem::unauthenticated));
  }

  private Optional<JsonWebToken> token() {
    if (config.url().isEmpty()) {
      return Optional.empty();
    }
    return identity().map(SecurityIdentity::getPrincipal).map(JsonWebToken.class::cast);
  }

  private Optional<SecurityIdentity> identity() {
    try {
      return Optional.of(association.getDeferredIdentity().await().atMost(PATIENCE))
          .filter(identity -> !identity.isAnonymous());
    } catch (AuthenticationFailedException
        | AuthenticationCompletionException
        | AuthenticationRedirectException e) {
      if (e.getCause() instanceof OIDCException unavailable
          && !(e instanceof AuthenticationFailedException)) {
        LOG.warnf("the identity provider can't be asked: %s", unavailable.getMessage());
        throw IdentityProblem.providerUnavailable();
      }
      return Optional.empty();
    } catch (OIDCException | TimeoutException e) {
      LOG.warnf("the identity provider can't be asked: %s", e.getMessage());
      throw IdentityProblem.providerUnavailable();
    }
  }

  /** Keycloak says by a claim whom it asked; who has no tenant's name is the operator's own. */
  private static Optional<Admission.Way> way(JsonWebToken token) {
    return token
        .<Object>claim(PROVIDER)
        .flatMap(alias -> TenantId.read(alias.toString()))
        .map(
            tenant ->
                new Admission.Way(
                    tenant,
                    token
                        .<Object>claim("auth_time")
                        .map(time -> Instant.ofEpochSecond(Long.parseLong(time.toString())))));
  }

  private static Person person(JsonWebToken token) {
    if (token.getIssuer() == null || token.getSubject() == null) {
      throw IdentityProblem.unauthenticated();
    }
    return new Person(
        token.getIssuer(),
        token.getSubject(),
        token.<String>claim("email"),
        token
            .<Object>claim("email_verified")
            .filter(it -> it.toString().equals("true"))
            .isPresent(),
        token.<String>claim("name"));
  }
}
