package io.ganglion.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a workflow names that a trial must not touch. The engine refuses the same when it comes to
 * it, expressions included; this says so before anything is opened.
 */
final class Confinement {
  private static final Set<String> PLACES = Set.of("connection", "connections");

  private Confinement() {}

  /**
   * Refuses a definition that can't stay in a world.
   *
   * @param definition as JSON
   * @param names of the world's connections
   * @throws TrialProblem naming what is outside
   */
  static void check(JsonNode definition, Set<String> names) {
    var outside = new TreeSet<String>();
    collect(definition, outside);
    definition.at("/use/secrets").forEach(secret -> outside.add(secret.asText()));
    outside.removeAll(names);
    if (!outside.isEmpty()) {
      throw TrialProblem.realConnections(outside, new TreeSet<>(names));
    }
    if (delegates(definition.path("do")) || delegates(definition.path("use"))) {
      throw TrialProblem.otherAgent();
    }
  }

  private static void collect(JsonNode node, Set<String> found) {
    if (node.path("call").isTextual()) {
      var with = node.path("with");
      PLACES.forEach(place -> literals(with.path(place), found));
      literals(with.at("/reducer/judge/connection"), found);
    }
    node.forEach(child -> collect(child, found));
  }

  private static void literals(JsonNode value, Set<String> found) {
    if (value.isTextual() && !value.textValue().startsWith("${")) {
      found.add(value.textValue());
    } else if (value.isArray()) {
      value.forEach(item -> literals(item, found));
    }
  }

  private static boolean delegates(JsonNode node) {
    if (node.isObject() && !node.at("/metadata/ganglion/agent").isMissingNode()) {
      return true;
    }
    for (var child : node) {
      if (delegates(child)) {
        return true;
      }
    }
    return false;
  }
}
