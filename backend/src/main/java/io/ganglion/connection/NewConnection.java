package io.ganglion.connection;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Optional;

/**
 * What somebody sends to make a connection.
 *
 * @param environment one of the connector's; empty where it has a single one
 * @param baseUrl the tenant's own server, for a platform that can be self-hosted
 * @param credentials by the JSON Schema of the connector's manifest
 */
public record NewConnection(
    String name,
    String connector,
    Optional<String> environment,
    Optional<URI> baseUrl,
    JsonNode credentials) {

  /** Never shows the credentials. */
  @Override
  public String toString() {
    return "NewConnection[%s %s]".formatted(connector, name);
  }
}
