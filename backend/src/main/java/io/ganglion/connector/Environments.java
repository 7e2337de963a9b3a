package io.ganglion.connector;

import io.ganglion.egress.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Where a connection's platform is reached. */
@ApplicationScoped
public class Environments {
  /** The environment every connector has where the operator has configured a laboratory. */
  public static final String LAB = "lab";

  /**
   * A platform's address.
   *
   * @param baseUrl without a trailing slash
   */
  public record Endpoint(URI baseUrl, Origin origin) {}

  private final Optional<URI> lab;

  @Inject
  Environments(LabConfig config) {
    this(config.url());
  }

  Environments(Optional<URI> lab) {
    this.lab = lab;
  }

  /** The names a connection to this platform may choose from, in order. */
  public Set<String> of(Manifest manifest) {
    var names = new TreeSet<>(manifest.environments().keySet());
    if (lab.isPresent() && !OwnConnectors.named(manifest.name())) { // nothing simulates those
      names.add(LAB);
    }
    return names;
  }

  /**
   * The address of an environment.
   *
   * @param own the connection's own base address (a self-hosted server), which the guard checks
   *     like any address a tenant chose; ignored in {@code lab}
   * @return empty if the platform has no such environment here
   */
  public Optional<Endpoint> resolve(Manifest manifest, String environment, Optional<URI> own) {
    if (environment.equals(LAB) && !OwnConnectors.named(manifest.name())) {
      return lab.map(url -> new Endpoint(trimmed(url + "/" + manifest.name()), Origin.OPERATOR));
    }
    return Optional.ofNullable(manifest.environments().get(environment))
        .map(url -> new Endpoint(trimmed(own.orElse(url).toString()), Origin.TENANT));
  }

  private static URI trimmed(String url) {
    return URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
  }
}
