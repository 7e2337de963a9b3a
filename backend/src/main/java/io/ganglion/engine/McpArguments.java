package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.workflow.Durations;
import java.util.List;

/** Brings the DSL's {@code call: mcp} into the form its connector takes. */
final class McpArguments {
  private static final String PROTOCOL = "2025-06-18";
  private static final String VERSION = "1.0.0";

  private McpArguments() {}

  /**
   * @param source the call's arguments as they are written
   * @param with the same, evaluated
   * @throws Unwind.Fault if the timeout is no duration
   */
  static ObjectNode of(Visit visit, JsonNode source, JsonNode with) {
    var http =
        CallEvaluation.filled(visit, source.at("/transport/http"), with.at("/transport/http"));
    var arguments = Json.object().put("protocolVersion", PROTOCOL);
    arguments.putObject("client").put("name", "ganglion").put("version", VERSION);
    for (var name : List.of("method", "protocolVersion", "parameters", "client")) {
      copy(with, name, arguments);
    }
    copy(http, "endpoint", arguments);
    copy(http, "headers", arguments);
    if (with.has("timeout")) {
      arguments.put("timeout_ms", millis(visit, with.path("timeout")));
    }
    visit
        .task()
        .task()
        .common()
        .metadata()
        .retry()
        .ifPresent(retry -> arguments.put("retry", retry));
    return arguments;
  }

  private static void copy(JsonNode from, String name, ObjectNode to) {
    if (from.has(name)) {
      to.set(name, from.get(name));
    }
  }

  private static long millis(Visit visit, JsonNode timeout) {
    try {
      return Durations.of(timeout).toMillis();
    } catch (IllegalArgumentException e) {
      throw visit.fault(WorkflowError.Kind.VALIDATION, "'timeout' of the call: " + e.getMessage());
    }
  }
}
