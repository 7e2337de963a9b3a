package io.ganglion.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Manifest;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What can be called, with the JSON Schema of its arguments. */
final class Functions {
  /** Journals a value: of what it calls nothing is to be read back beside the step. */
  static final String RECORD = "ganglion.record";

  /** Ours, and the DSL's; each has its schema among the resources. */
  static final Set<String> OWN =
      Set.of(
          "http",
          "openapi",
          "mcp",
          "a2a",
          "ganglion.approval",
          "ganglion.reason",
          "ganglion.swarm",
          "ganglion.state",
          RECORD);

  /** Those that go to an endpoint of the author's choice, with an authentication of theirs. */
  static final Set<String> OVER_HTTP = Set.of("http", "openapi", "mcp", "a2a");

  /** Those whose repetition only the author can vouch for. */
  static final Set<String> VOUCHED = OVER_HTTP;

  private static final Map<String, JsonNode> ARGUMENTS = new TreeMap<>();

  static {
    OWN.forEach(name -> ARGUMENTS.put(name, OwnFunctions.arguments(name)));
  }

  private final ActionNames actions;

  Functions(ActionNames actions) {
    this.actions = actions;
  }

  /** The schema of its arguments; for a connector's action without {@code connection}. */
  Optional<JsonNode> arguments(String function) {
    return Optional.ofNullable(ARGUMENTS.get(function))
        .or(() -> actions.action(function).map(Manifest.Action::input));
  }

  boolean isAction(String function) {
    return !ARGUMENTS.containsKey(function) && actions.action(function).isPresent();
  }

  Set<String> actionNames() {
    return actions.names();
  }

  Set<String> names() {
    var names = new HashSet<>(actions.names());
    names.addAll(OWN);
    return names;
  }
}
