package io.ganglion.connection;

import io.ganglion.connector.Connector;
import io.ganglion.connector.Credentials;
import io.ganglion.connector.Environments;
import io.ganglion.connector.Environments.Endpoint;
import io.ganglion.connector.Session;
import io.ganglion.oauth.Flow;
import java.net.URI;
import java.util.Optional;

/**
 * A platform, one of its environments and how to reach it.
 *
 * @param own the tenant's own server
 */
record Place(Connector connector, String environment, Optional<URI> own, Endpoint endpoint) {
  String platform() {
    return connector.manifest().name();
  }

  /** How a person lets us in here; empty where credentials are typed in alone. */
  Optional<Flow> flow() {
    var manifest = connector.manifest();
    var moved =
        environment.equals(Environments.LAB)
            ? Optional.of(endpoint.baseUrl())
            : Optional.<URI>empty();
    return manifest
        .oauth()
        .filter(oauth -> own.isEmpty()) // an app's secret goes to the platform alone
        .map(oauth -> new Flow(manifest.title(), oauth, moved, endpoint.origin()));
  }

  /**
   * @param principal empty while whoami is asked
   */
  Session session(String principal, Credentials credentials) {
    var told = credentials.telling(connector.manifest().plainCredentials());
    return new Session(endpoint.baseUrl(), principal, told, endpoint.origin());
  }
}
