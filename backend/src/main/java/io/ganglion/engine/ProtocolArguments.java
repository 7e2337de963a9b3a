package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.workflow.Durations;
import java.util.List;

/** Brings the DSL's {@code call: mcp} and {@code call: a2a} into the form their connectors take. */
final class ProtocolArguments {
  private static final String PROTOCOL = "2025-06-18";
  private static final String VERSION = "1.0.0";

  private ProtocolArguments() {}

  /**
   * @param source the call's arguments as they are written
   * @param with the same, evaluated
   * @throws Unwind.Fault if the timeout is no duration
   */
  static ObjectNode mcp(Visit visit, JsonNode source, JsonNode with) {
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
    vouched(visit, arguments);
    return arguments;
  }

  /** A card goes before a server, as the DSL says. */
  static ObjectNode a2a(Visit visit, JsonNode source, JsonNode with) {
    var arguments = Json.object();
    copy(with, "method", arguments);
    copy(with, "parameters", arguments);
    boolean card = with.has("agentCard");
    arguments.put("card", card);
    var described =
        card
            ? CallEvaluation.filled(visit, source.path("agentCard"), with.path("agentCard"))
            : CallEvaluation.filled(visit, endpoint(source), endpoint(with));
    copy(described, "endpoint", arguments);
    vouched(visit, arguments);
    return arguments;
  }

  private static JsonNode endpoint(JsonNode with) {
    var endpoint = Json.object();
    if (with.has("server")) {
      endpoint.set("endpoint", with.get("server"));
    }
    return endpoint;
  }

  private static void vouched(Visit visit, ObjectNode arguments) {
    var metadata = visit.task().task().common().metadata();
    metadata.retry().ifPresent(retry -> arguments.put("retry", retry));
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
