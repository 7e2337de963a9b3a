package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.agent.Policy;
import io.ganglion.agent.Toolbox;
import io.ganglion.agent.Toolbox.Tool;
import io.ganglion.connection.Connections;
import io.ganglion.connector.Catalogue;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Problem;
import io.ganglion.kernel.TenantId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The actions that a model may choose, as the tools of a chat: one for each connection of the agent
 * and action that its policy allows.
 */
final class Tools {
  /** The most that chat servers take. */
  static final int MAX = 128;

  private final Map<String, Tool> tools;

  private Tools(Map<String, Tool> tools) {
    this.tools = tools;
  }

  /**
   * Those of an agent.
   *
   * @throws Unwind.Fault when there are more than a model can be shown
   */
  static Tools of(Visit visit, Reasoning asked, Catalogue catalogue, Connections connections) {
    var agent = visit.walk().agent().orElseThrow(() -> agentless(visit));
    var tools =
        Toolbox.of(
            agent,
            name -> catalogue.connector(visit.walk().run().tenant(), name),
            connection -> connector(visit, connections, connection),
            tool -> wanted(asked, tool));
    if (tools.size() > MAX) {
      throw visit.fault(
          WorkflowError.Kind.CONFIGURATION,
          "agent %s has %d actions to choose from and a model can be shown %d; narrow them with 'actions'"
              .formatted(agent.name(), tools.size(), MAX));
    }
    return new Tools(tools);
  }

  private static Unwind.Fault agentless(Visit visit) {
    return visit.fault(
        WorkflowError.Kind.AUTHORIZATION,
        "ganglion.reason acts through an agent's connections; start the run with an agent");
  }

  /** The connector of a connection; empty where the connection can't be used now. */
  static Optional<String> connector(Visit visit, Connections connections, String connection) {
    try {
      var opened = connections.open(visit.walk().run().tenant(), connection);
      return Optional.of(opened.connection().connector());
    } catch (Problem e) {
      if (e.status() >= 500) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private static boolean wanted(Reasoning asked, Tool tool) {
    return !tool.connection().equals(asked.connection()) // a model is no tool of its own
        && asked
            .actions()
            .map(
                patterns ->
                    new Policy(Policy.Irreversible.ALLOW, Optional.of(patterns))
                        .allows(tool.function()))
            .orElse(true);
  }

  /** As a replay reads them: what a name stood for must not change under a run. */
  ArrayNode toRecord() {
    var record = Json.mapper().createArrayNode();
    tools.forEach(
        (name, tool) ->
            record
                .addObject()
                .put("name", name)
                .put("function", tool.function())
                .put("connection", tool.connection()));
    return record;
  }

  static Tools fromRecord(JsonNode record, TenantId tenant, Catalogue catalogue) {
    var tools = new LinkedHashMap<String, Tool>();
    for (var one : record) {
      var function = one.path("function").asText();
      catalogue
          .action(tenant, function)
          .ifPresent(
              action ->
                  tools.put(
                      one.path("name").asText(),
                      new Tool(function, one.path("connection").asText(), action)));
    }
    return new Tools(tools);
  }

  Optional<Tool> find(String name) {
    return Optional.ofNullable(tools.get(name));
  }

  boolean isEmpty() {
    return tools.isEmpty();
  }

  /** The wire's form of them. */
  ArrayNode toWire() {
    var wire = Json.mapper().createArrayNode();
    tools.forEach((name, tool) -> wire.add(shown(name, tool)));
    return wire;
  }

  private static ObjectNode shown(String name, Tool tool) {
    var shown = Json.object().put("type", "function");
    shown
        .putObject("function")
        .put("name", name)
        .put("description", tool.description())
        .set("parameters", tool.action().input());
    return shown;
  }
}
