package io.ganglion.connector.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Credentials;
import io.ganglion.connector.Session;

/**
 * What a call is sent with.
 *
 * @param arguments with the values of secrets
 * @param secrets what must not come back
 */
public record Given(JsonNode arguments, Credentials secrets) {

  /** As they are on record, unless the call carries what no record may hold. */
  public static Given of(Session session, Act act) {
    var carried = session.credentials().values();
    var arguments =
        carried.path("arguments").isObject() ? carried.get("arguments") : act.arguments();
    return new Given(arguments, Policy.secrets(arguments, carried.path("hidden")));
  }

  /** Never shows what it holds. */
  @Override
  public String toString() {
    return "Given[redacted]";
  }
}
