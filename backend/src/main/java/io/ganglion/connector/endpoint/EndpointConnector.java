package io.ganglion.connector.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Session;

/**
 * A connector whose calls name their endpoint themselves. The session has no address; its principal
 * is the tenant, and its credentials are what a call carries beside its record.
 */
public interface EndpointConnector extends Connector {
  /** There is no account: the principal of a call is the origin it goes to. */
  @Override
  default Whoami whoami(Session session) {
    return new Whoami.Known(session.principal(), "a secret");
  }

  /** {@code scheme://host:port}; empty for what is no address, which is refused when sent. */
  @Override
  default String principal(Session session, JsonNode arguments) {
    return Origins.of(Origins.address(arguments.path("endpoint")));
  }
}
