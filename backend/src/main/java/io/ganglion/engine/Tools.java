package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.agent.Agent;
import io.ganglion.agent.Policy;
import io.ganglion.connection.Connections;
import io.ganglion.connector.Catalogue;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Manifest;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.UndoClass;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The actions that a model may choose, as the tools of a chat: one for each connection of the agent
 * and action that its policy allows.
 */
final class Tools {
  /** The most that chat servers take. */
  static final int MAX = 128;

  /** Its connections keep secrets; an address of the model's choice is no action of the agent. */
  private static final String HTTP = "http";

  private static final int MAX_NAME = 64;
  private static final Pattern FOREIGN = Pattern.compile("[^a-zA-Z0-9_-]");

  private final Map<String, Tool> tools;

  private Tools(Map<String, Tool> tools) {
    this.tools = tools;
  }

  /** One of them. */
  record Tool(String function, String connection, Manifest.Action action) {}

  /**
   * Those of an agent.
   *
   * @throws Unwind.Fault when there are more than a model can be shown
   */
  static Tools of(Visit visit, Reasoning asked, Catalogue catalogue, Connections connections) {
    var tools = new LinkedHashMap<String, Tool>();
    var agent = visit.walk().agent().orElseThrow(() -> agentless(visit));
    for (var connection : agent.connections()) {
      var manifest =
          connector(visit, connections, connection)
              .filter(name -> !name.equals(HTTP))
              .flatMap(catalogue::connector)
              .map(Connector::manifest);
      if (manifest.isPresent()) {
        new TreeMap<>(manifest.get().actions())
            .forEach(
                (name, action) -> {
                  var function = manifest.get().name() + "." + name;
                  var tool = new Tool(function, connection, action);
                  if (offered(agent, asked, tool)) {
                    tools.put(name(tools, tool), tool);
                  }
                });
      }
    }
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
  private static Optional<String> connector(
      Visit visit, Connections connections, String connection) {
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

  private static boolean offered(Agent agent, Reasoning asked, Tool tool) {
    boolean irreversible =
        tool.action().undoClass() == UndoClass.IRREVERSIBLE
            && tool.action().retryClass() != RetryClass.PURE;
    return agent.allowsAction(tool.function())
        && !(tool.connection().equals(asked.connection()) && tool.function().equals("model.chat"))
        && !(irreversible && agent.irreversible() == Policy.Irreversible.DENY)
        && asked
            .actions()
            .map(
                patterns ->
                    new Policy(Policy.Irreversible.ALLOW, Optional.of(patterns))
                        .allows(tool.function()))
            .orElse(true);
  }

  private static String name(Map<String, Tool> taken, Tool tool) {
    var plain = FOREIGN.matcher(tool.connection() + "_" + tool.action().name()).replaceAll("_");
    var name = plain.substring(0, Math.min(plain.length(), MAX_NAME));
    for (int i = 2; taken.containsKey(name); i++) {
      var suffix = "_" + i;
      name = plain.substring(0, Math.min(plain.length(), MAX_NAME - suffix.length())) + suffix;
    }
    return name;
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

  static Tools fromRecord(JsonNode record, Catalogue catalogue) {
    var tools = new LinkedHashMap<String, Tool>();
    for (var one : record) {
      var function = one.path("function").asText();
      catalogue
          .action(function)
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
    var undo =
        switch (tool.action().undoClass()) {
          case REVERSIBLE -> "";
          case COMPENSABLE -> " It can be offset, but not undone.";
          case IRREVERSIBLE ->
              tool.action().retryClass() == RetryClass.PURE ? "" : " It can't be undone.";
        };
    shown
        .putObject("function")
        .put("name", name)
        .put(
            "description",
            "%s (%s through %s).%s"
                .formatted(tool.action().title(), tool.function(), tool.connection(), undo))
        .set("parameters", tool.action().input());
    return shown;
  }
}
