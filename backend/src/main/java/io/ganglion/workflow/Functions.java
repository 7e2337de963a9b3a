package io.ganglion.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Manifest;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What can be called, with the JSON Schema of its arguments. */
final class Functions {
  /** Ours, and the DSL's http; each has its schema among the resources. */
  private static final Set<String> OWN =
      Set.of("http", "ganglion.swarm", "ganglion.state", "ganglion.record");

  private final ActionNames actions;
  private final Map<String, JsonNode> own = new TreeMap<>();

  Functions(ActionNames actions) {
    this.actions = actions;
    OWN.forEach(name -> own.put(name, schema(name)));
  }

  /** The schema of its arguments; for a connector's action without {@code connection}. */
  Optional<JsonNode> arguments(String function) {
    return Optional.ofNullable(own.get(function))
        .or(() -> actions.action(function).map(Manifest.Action::input));
  }

  boolean isAction(String function) {
    return !own.containsKey(function) && actions.action(function).isPresent();
  }

  Set<String> actionNames() {
    return actions.names();
  }

  Set<String> names() {
    var names = new HashSet<>(actions.names());
    names.addAll(OWN);
    return names;
  }

  private static JsonNode schema(String function) {
    var file = "/workflow/functions/%s.json".formatted(function);
    try (var in = Functions.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + file);
      }
      return Json.parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
