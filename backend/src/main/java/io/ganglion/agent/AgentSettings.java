package io.ganglion.agent;

import io.ganglion.kernel.InvalidRequest;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What people choose of an agent.
 *
 * @param name 1 to 64 of {@code a-z 0-9 _ -}
 * @param connections names of connections, each once, at most {@value #MAX_CONNECTIONS}
 */
public record AgentSettings(String name, List<String> connections, Policy policy) {
  public static final int MAX_CONNECTIONS = 100;

  private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,64}");

  public AgentSettings {
    connections = List.copyOf(connections);
    if (!NAME.matcher(name).matches()) {
      throw new InvalidRequest("/name", "send 1 to 64 of a-z, 0-9, _ and -");
    }
    if (connections.size() > MAX_CONNECTIONS) {
      throw new InvalidRequest("/connections", "send at most " + MAX_CONNECTIONS);
    }
    var seen = new HashSet<String>();
    for (int i = 0; i < connections.size(); i++) {
      var connection = connections.get(i);
      if (!NAME.matcher(connection).matches()) {
        throw new InvalidRequest(
            "/connections/" + i, "send a connection's name: 1 to 64 of a-z, 0-9, _ and -");
      }
      if (!seen.add(connection)) {
        throw new InvalidRequest("/connections/" + i, "this name is here already; remove one");
      }
    }
  }
}
