package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ganglion.connection.Connections;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Problem;

/**
 * The secrets that a workflow names in {@code use.secrets}: each is the credentials of the agent's
 * connection of that name. Opened for one call; what is put on record names them only.
 */
final class SecretValues {
  private static final String PREFIX = "[secret ";
  private static final int NOT_FOUND = 404;

  private final Connections connections;
  private final Targets targets;

  SecretValues(Connections connections, Targets targets) {
    this.connections = connections;
    this.targets = targets;
  }

  /**
   * The values by name.
   *
   * @throws Unwind.Fault authorization where the run's agent has no such connection, or there is
   *     none
   */
  ObjectNode open(Visit visit) {
    var values = Json.object();
    visit.walk().definition().use().secrets().forEach(name -> values.set(name, open(visit, name)));
    return values;
  }

  private JsonNode open(Visit visit, String name) {
    var agent = visit.walk().agent();
    if (agent.isEmpty() || !agent.get().connections().contains(name)) {
      throw visit.fault(
          WorkflowError.Kind.AUTHORIZATION,
          "the secret '%s' is a connection of the run's agent; %s"
              .formatted(
                  name,
                  agent.isEmpty()
                      ? "start the run with an agent"
                      : "add it to the connections of agent " + agent.get().name()));
    }
    var tenant = visit.walk().run().tenant();
    while (true) {
      try {
        var behind = agent.get().connection(name);
        return connections.open(tenant, behind).session().credentials().values();
      } catch (Problem e) {
        if (targets.waits(visit, e)) {
          continue;
        }
        if (e.status() >= 500) {
          throw e; // the database is busy, which is no fault of the workflow
        }
        var kind =
            e.status() == NOT_FOUND
                ? WorkflowError.Kind.AUTHORIZATION
                : WorkflowError.Kind.CONFIGURATION;
        throw visit.fault(kind, "the secret '%s': %s".formatted(name, e.detail()));
      }
    }
  }

  /** The same shape with a name in the place of every value: {@code [secret login.password]}. */
  static JsonNode names(JsonNode values) {
    var names = Json.object();
    values
        .properties()
        .forEach(secret -> names.set(secret.getKey(), names(secret.getKey(), secret.getValue())));
    return names;
  }

  private static JsonNode names(String path, JsonNode value) {
    if (value.isObject()) {
      var names = Json.object();
      value
          .properties()
          .forEach(e -> names.set(e.getKey(), names(path + "." + e.getKey(), e.getValue())));
      return names;
    }
    return TextNode.valueOf(PREFIX + path + "]");
  }

  /** Whether a text is such a name, which may be shown. */
  static boolean isName(String text) {
    return text.startsWith(PREFIX) && text.endsWith("]");
  }
}
