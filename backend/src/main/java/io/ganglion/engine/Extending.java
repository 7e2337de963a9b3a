package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ganglion.kernel.Json;
import io.ganglion.workflow.Extension;
import io.ganglion.workflow.Then;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Does what {@code use.extensions} put around tasks. Its tasks begin with the extended task's
 * input, or its output after it; what they give is nobody's, unless {@code then: exit} makes it the
 * task's output. Tasks of extensions are not extended themselves.
 */
final class Extending {
  private final Interpreter interpreter;

  Extending(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  /** Those for tasks of its kind. */
  List<Extension> around(Visit visit) {
    var all = visit.walk().definition().use().extensions();
    if (all.isEmpty() || visit.frame().extended().isPresent()) {
      return List.of();
    }
    return all.stream().filter(one -> one.isFor(visit.task().task())).toList();
  }

  /** Those that apply to this visit. */
  List<Extension> applied(Visit visit, List<Extension> extensions) {
    if (extensions.isEmpty()) {
      return extensions;
    }
    var seen = visit.within(visit.frame().extending(extended(visit, null)));
    return extensions.stream()
        .filter(one -> one.when().map(w -> seen.holds(w, visit.input(), Map.of())).orElse(true))
        .toList();
  }

  /**
   * What is done before the task.
   *
   * @return what the task gives without being done; empty: do it
   */
  Optional<JsonNode> before(Visit visit, List<Extension> extensions) {
    if (extensions.isEmpty() || visit.walk().compaction().resumes(visit)) {
      return Optional.empty();
    }
    var frame = visit.frame().extending(extended(visit, null));
    for (var one : extensions) {
      var path = visit.position() + "/before/" + one.name();
      var done = interpreter.walked(visit.walk(), one.before(), path, frame, visit.input());
      if (done.then() instanceof Then.Exit) {
        return Optional.of(done.output());
      }
    }
    return Optional.empty();
  }

  /** What is done after the task has completed. */
  void after(Visit visit, List<Extension> extensions, JsonNode output) {
    for (var one : extensions) {
      var frame = visit.frame().extending(extended(visit, output));
      var path = visit.position() + "/after/" + one.name();
      interpreter.list(visit.walk(), one.after(), path, frame, output);
    }
  }

  /**
   * The task as the DSL's own examples look at it: with its definition's members beside those of
   * the descriptor, and the endpoint of an HTTP call in its long form.
   */
  private static JsonNode extended(
      Visit visit, @org.jspecify.annotations.Nullable JsonNode output) {
    var task = visit.descriptor(output);
    if (visit.task().task().common().source() instanceof ObjectNode definition) {
      definition
          .properties()
          .forEach(member -> task.putIfAbsent(member.getKey(), member.getValue().deepCopy()));
    }
    if (task.path("call").asText().equals("http")
        && task.path("with") instanceof ObjectNode with
        && with.path("endpoint") instanceof TextNode uri) {
      with.set("endpoint", Json.object().set("uri", uri));
    }
    return task;
  }
}
