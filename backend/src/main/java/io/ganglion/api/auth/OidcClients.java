package io.ganglion.api.auth;

import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.OidcTenantConfig.Authentication.CookieSameSite;
import io.quarkus.oidc.runtime.OidcTenantConfig.TokenStateManager.Strategy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Our two clients of the provider: one for sessions, one for access tokens. */
@ApplicationScoped
class OidcClients {
  static final String CALLBACK = "/auth/callback";
  static final String LOGOUT = "/auth/logout";

  /** Of the OIDC library's session cookie; what follows it numbers the pieces of a long one. */
  static final String COOKIE = "q_session";

  private final SignInConfig config;
  private final SessionSecret secret;
  private final Optional<OidcTenantConfig> sessions;
  private final Optional<OidcTenantConfig> tokens;

  OidcClients(
      SignInConfig config,
      SessionSecret secret,
      @ConfigProperty(name = "ganglion.public.url") Optional<URI> publicUrl) {
    this.config = config;
    this.secret = secret;
    boolean secure = publicUrl.filter(url -> "https".equals(url.getScheme())).isPresent();
    this.sessions = config.url().map(url -> session(url, secure));
    this.tokens = config.url().map(this::token);
  }

  /** Empty where no provider is configured. */
  Optional<OidcTenantConfig> sessions() {
    return sessions;
  }

  /** Empty where no provider is configured. */
  Optional<OidcTenantConfig> tokens() {
    return tokens;
  }

  private OidcTenantConfig session(URI url, boolean secure) {
    var builder =
        OidcTenantConfig.authServerUrl(url.toString())
            .tenantId("sessions")
            .applicationType(ApplicationType.WEB_APP)
            .clientId(config.client())
            .connectionTimeout(config.timeout());
    config.secret().ifPresent(text -> builder.credentials(text));
    return builder
        .authentication()
        .redirectPath(CALLBACK)
        .restorePathAfterRedirect()
        .scopes("profile", "email")
        .pkceRequired()
        .stateSecret(secret.text().substring(0, 32))
        .nonceRequired()
        .cookiePath("/")
        .cookieForceSecure(secure)
        .cookieSameSite(CookieSameSite.LAX)
        .sessionAgeExtension(config.sessionIdle())
        .forwardParams("prompt", "login_hint", "kc_idp_hint")
        .javaScriptAutoRedirect(false)
        .allowMultipleCodeFlows(false)
        .end()
        .token()
        .issuer(url.toString())
        .refreshExpired()
        .end()
        .logout()
        .path(LOGOUT)
        .postLogoutPath("/")
        .end()
        .tokenStateManager()
        .strategy(Strategy.ID_REFRESH_TOKENS)
        .splitTokens()
        .encryptionRequired(true)
        .encryptionSecret(secret.text())
        .end()
        .build();
  }

  private OidcTenantConfig token(URI url) {
    return OidcTenantConfig.authServerUrl(url.toString())
        .tenantId("tokens")
        .applicationType(ApplicationType.SERVICE)
        .clientId(config.client())
        .connectionTimeout(config.timeout())
        .token()
        .issuer(url.toString())
        .audience(config.audience())
        .issuedAtRequired(true)
        .end()
        .build();
  }
}
