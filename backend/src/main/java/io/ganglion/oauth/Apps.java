package io.ganglion.oauth;

import io.ganglion.connector.Environments;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Whose app asks where the tenant has brought none. */
@ApplicationScoped
public class Apps {
  private final OAuthConfig config;

  Apps(OAuthConfig config) {
    this.config = config;
  }

  /** The operator's; in the laboratory the laboratory's own. */
  public Optional<App> of(TenantId tenant, String connector, String environment) {
    return environment.equals(Environments.LAB)
        ? Optional.of(App.ofLab(tenant))
        : registered(connector);
  }

  /** Whether the operator has registered one. */
  public boolean has(String connector) {
    return registered(connector).isPresent();
  }

  private Optional<App> registered(String connector) {
    return Optional.ofNullable(config.apps().get(connector))
        .flatMap(app -> app.clientId().flatMap(id -> app.clientSecret().map(s -> new App(id, s))));
  }
}
