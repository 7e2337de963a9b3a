package io.ganglion.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Catalogue;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Credentials;
import io.ganglion.connector.Environments;
import io.ganglion.connector.Manifest;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Problem.Violation;
import io.ganglion.kernel.TenantId;
import io.ganglion.schema.Schemas;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Finds what a connection is for, and checks what was sent to make one. */
@ApplicationScoped
class Places {
  private static final int MAX_URL = 500;
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private final Catalogue catalogue;
  private final Environments environments;
  private final Schemas schemas;

  Places(Catalogue catalogue, Environments environments, Schemas schemas) {
    this.catalogue = catalogue;
    this.environments = environments;
    this.schemas = schemas;
  }

  /**
   * The place somebody chose.
   *
   * @throws InvalidRequest for a connector, environment or address that can't be
   */
  Place chosen(TenantId tenant, NewConnection wanted) {
    var connector =
        catalogue
            .connector(tenant, wanted.connector())
            .orElseThrow(
                () ->
                    new InvalidRequest(
                        "/connector",
                        "there is no connector of this name; GET /connectors lists them"));
    var manifest = connector.manifest();
    var environment = environment(manifest, wanted.environment());
    wanted.baseUrl().ifPresent(url -> check(url, environment));
    return place(connector, environment, wanted.baseUrl()).orElseThrow();
  }

  /**
   * The place of a stored connection.
   *
   * @throws ConnectionProblem if this installation no longer has it
   */
  Place of(TenantId tenant, Connection connection) {
    var name = connection.name();
    var connector =
        catalogue
            .connector(tenant, connection.connector())
            .orElseThrow(() -> ConnectionProblem.gone(name, "connector " + connection.connector()));
    return place(connector, connection.environment(), connection.baseUrl())
        .orElseThrow(() -> ConnectionProblem.gone(name, "environment " + connection.environment()));
  }

  /** A platform's own servers in an environment; empty if this installation has none such. */
  Optional<Place> named(String connector, String environment) {
    return catalogue.shipped(connector).flatMap(it -> place(it, environment, Optional.empty()));
  }

  /**
   * Checks credentials by the manifest's schema.
   *
   * @throws InvalidRequest with every violation, never with a secret
   */
  void check(Manifest manifest, JsonNode credentials) {
    var secrets = new Credentials(credentials);
    var violations =
        schemas.check(manifest.credentials(), credentials).stream()
            .map(v -> new Violation("/credentials" + v.pointer(), secrets.hide(v.detail())))
            .toList();
    if (!violations.isEmpty()) {
      throw new InvalidRequest(violations);
    }
  }

  private Optional<Place> place(Connector connector, String environment, Optional<URI> own) {
    return environments
        .resolve(connector.manifest(), environment, own)
        .map(endpoint -> new Place(connector, environment, own, endpoint));
  }

  private String environment(Manifest manifest, Optional<String> wanted) {
    var there = environments.of(manifest);
    if (wanted.filter(there::contains).isPresent()) {
      return wanted.get();
    }
    var own = manifest.environments().keySet();
    if (wanted.isEmpty() && own.size() == 1) {
      return own.iterator().next();
    }
    throw new InvalidRequest("/environment", "send one of " + String.join(", ", there));
  }

  private static void check(URI url, String environment) {
    if (environment.equals(Environments.LAB)) {
      throw new InvalidRequest("/base_url", "the laboratory has its own address; leave it out");
    }
    boolean plain =
        url.getHost() != null
            && url.getRawUserInfo() == null
            && url.getRawQuery() == null
            && url.getRawFragment() == null
            && url.toString().length() <= MAX_URL;
    if (!plain || url.getScheme() == null || !SCHEMES.contains(url.getScheme())) {
      throw new InvalidRequest(
          "/base_url",
          "send an http or https address with a host and no user, query or fragment, at most %d characters"
              .formatted(MAX_URL));
    }
  }
}
