package io.ganglion.agent;

import io.ganglion.connector.Connector;
import io.ganglion.connector.Manifest;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.UndoClass;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The actions that an agent may use, as tools: one for each of its connections and action that its
 * policy allows.
 */
public final class Toolbox {
  /** Its connections keep secrets; an address of a model's choice is no action of the agent. */
  private static final String HTTP = "http";

  /** The longest name of a tool, in characters. */
  private static final int MAX_NAME = 64;

  private static final Pattern FOREIGN = Pattern.compile("[^a-zA-Z0-9_-]");

  private Toolbox() {}

  /**
   * An action through one connection.
   *
   * @param function as a workflow writes it, e.g. {@code x.createPost}
   * @param connection its name
   */
  public record Tool(String function, String connection, Manifest.Action action) {
    /** Whether it does something that nothing takes back. */
    public boolean irreversible() {
      return action.undoClass() == UndoClass.IRREVERSIBLE && action.retryClass() != RetryClass.PURE;
    }

    /** What it does, for a model to read. */
    public String description() {
      var undo =
          switch (action.undoClass()) {
            case REVERSIBLE -> "";
            case COMPENSABLE -> " It can be offset, but not undone.";
            case IRREVERSIBLE -> irreversible() ? " It can't be undone." : "";
          };
      return "%s (%s through %s).%s".formatted(action.title(), function, connection, undo);
    }
  }

  /**
   * The tools of an agent by their names, in the order of its connections.
   *
   * @param catalogue finds a connector by its name
   * @param connector names the connector behind a connection; empty leaves the connection out
   * @param wanted narrows them
   */
  public static Map<String, Tool> of(
      Agent agent,
      Function<String, Optional<Connector>> catalogue,
      Function<String, Optional<String>> connector,
      Predicate<Tool> wanted) {
    var tools = new LinkedHashMap<String, Tool>();
    for (var connection : agent.connections()) {
      connector
          .apply(agent.connection(connection))
          .filter(name -> !name.equals(HTTP))
          .flatMap(catalogue)
          .map(Connector::manifest)
          .ifPresent(
              manifest ->
                  new TreeMap<>(manifest.actions())
                      .forEach(
                          (name, action) -> {
                            var tool = new Tool(manifest.name() + "." + name, connection, action);
                            if (allowed(agent, tool) && wanted.test(tool)) {
                              tools.put(name(tools, tool), tool);
                            }
                          }));
    }
    return tools;
  }

  private static boolean allowed(Agent agent, Tool tool) {
    return agent.allowsAction(tool.function())
        && !(tool.irreversible() && agent.irreversible() == Policy.Irreversible.DENY);
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
}
