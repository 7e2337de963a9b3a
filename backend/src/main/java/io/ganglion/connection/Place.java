package io.ganglion.connection;

import io.ganglion.connector.Connector;
import io.ganglion.connector.Credentials;
import io.ganglion.connector.Environments.Endpoint;
import io.ganglion.connector.Session;
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

  /**
   * @param principal empty while whoami is asked
   */
  Session session(String principal, Credentials credentials) {
    var told = credentials.telling(connector.manifest().plainCredentials());
    return new Session(endpoint.baseUrl(), principal, told, endpoint.origin());
  }
}
