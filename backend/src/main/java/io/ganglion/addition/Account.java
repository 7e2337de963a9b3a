package io.ganglion.addition;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Connector;
import io.ganglion.connector.endpoint.Origins;
import io.ganglion.kernel.Json;
import java.net.URI;
import java.util.Collection;

/**
 * Who credentials belong to where nobody can be asked: the server, and a fingerprint of what names
 * the account. Another key is another account then.
 */
final class Account {
  private static final int FINGERPRINT = 16;

  private Account() {}

  /**
   * @param naming members of the credentials that tell one account from another
   */
  static Connector.Whoami.Known of(URI server, JsonNode credentials, Collection<String> naming) {
    var named = Json.object();
    for (var member : naming) {
      if (credentials.path(member).isTextual()) {
        named.set(member, credentials.path(member));
      }
    }
    var origin = Origins.of(server);
    var host = String.valueOf(server.getHost());
    return named.isEmpty()
        ? new Connector.Whoami.Known(origin, host)
        : new Connector.Whoami.Known(
            "%s key:%s".formatted(origin, Json.hash(named).substring(0, FINGERPRINT)), host);
  }
}
