package io.ganglion.connector;

import io.ganglion.kernel.TenantId;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The connectors that a tenant can use: all that this application was built with, and the tenant's
 * own. A bad manifest among the former keeps the application from starting.
 */
@Startup
@ApplicationScoped
public class Catalogue {
  private final Map<String, Connector> shipped = new TreeMap<>();
  private final OwnConnectors own;

  @Inject
  Catalogue(@Any Instance<Connector> beans, OwnConnectors own) {
    this(beans.stream(), own);
  }

  /**
   * @throws ManifestRejected if two connectors have one name
   */
  Catalogue(Stream<Connector> beans, OwnConnectors own) {
    this.own = own;
    beans.forEach(
        connector -> {
          var name = connector.manifest().name();
          if (shipped.putIfAbsent(name, connector) != null) {
            throw new ManifestRejected(name, "there are two connectors of this name");
          }
        });
  }

  /** The connector of a name, e.g. {@code x}; another tenant's own doesn't exist. */
  public Optional<Connector> connector(TenantId tenant, String name) {
    return OwnConnectors.named(name) ? own.find(tenant, name) : shipped(name);
  }

  /** A connector that this application was built with. */
  public Optional<Connector> shipped(String name) {
    return Optional.ofNullable(shipped.get(name));
  }

  /** The action behind a workflow's function, e.g. {@code x.createPost}. */
  public Optional<Manifest.Action> action(TenantId tenant, String function) {
    var dot = function.indexOf('.');
    return dot < 0
        ? Optional.empty()
        : connector(tenant, function.substring(0, dot))
            .map(connector -> connector.manifest().actions().get(function.substring(dot + 1)));
  }

  /** The manifests of all that this application was built with, by name. */
  public Collection<Manifest> shipped() {
    return shipped.values().stream().map(Connector::manifest).toList();
  }

  /** The manifests of all that a tenant can use: those that come along, then its own, by name. */
  public Collection<Manifest> all(TenantId tenant) {
    return Stream.concat(shipped.values().stream(), own.all(tenant).stream())
        .map(Connector::manifest)
        .toList();
  }
}
