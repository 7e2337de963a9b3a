package io.ganglion.engine;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.openapi.OpenApi;
import io.ganglion.openapi.OpenApiFailed;
import io.ganglion.workflow.Task;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Evaluates the arguments of calls. Those over HTTP come out in one form, whether an endpoint was
 * written down or found in a description of its service.
 */
final class CallEvaluation {
  /** Where a call's arguments may have a URI template. */
  private static final List<JsonPointer> TEMPLATES =
      Stream.of(
              "/endpoint",
              "/endpoint/uri",
              "/endpoint/authentication/oauth2/authority",
              "/endpoint/authentication/oidc/authority")
          .map(JsonPointer::compile)
          .toList();

  private static final String OPENAPI = "openapi";

  private final SecretValues secrets;
  private final OpenApi openApi;

  CallEvaluation(SecretValues secrets, OpenApi openApi) {
    this.secrets = secrets;
    this.openApi = openApi;
  }

  /** The function that does what a call asks for. */
  static String function(Task.Call task) {
    return task.function().equals(OPENAPI) ? "http" : task.function();
  }

  /**
   * @throws Unwind.Fault when an expression fails, a secret can't be opened or a description
   *     doesn't fit
   */
  CallArguments of(Visit visit, Task.Call task) {
    if (!Targets.unconnected(function(task))) {
      return CallArguments.plain(visit.evaluate(task.with()));
    }
    var known = known(visit, task);
    if (known.isPresent()) {
      return CallArguments.plain(known.get());
    }
    if (visit.walk().definition().use().secrets().isEmpty()) {
      var arguments = http(visit, task, Map.of());
      return CallArguments.http(arguments, arguments, Json.object());
    }
    var values = secrets.open(visit);
    var named = http(visit, task, Map.of("secrets", SecretValues.names(values)));
    return CallArguments.http(named, sent(visit, task, values), values);
  }

  /**
   * The arguments that an earlier walk made from a description, where its record holds all of them:
   * the description may have changed since, and its server need not be there.
   */
  private static Optional<JsonNode> known(Visit visit, Task.Call task) {
    boolean whole =
        task.function().equals(OPENAPI)
            && visit.walk().definition().use().secrets().isEmpty()
            && !task.with().source().has("authentication");
    if (!whole) {
      return Optional.empty();
    }
    return visit.walk().scope().ledger().all().stream()
        .filter(effect -> effect.frozen().position().equals(visit.position()))
        .filter(effect -> effect.frozen().undoOf() == null)
        .map(effect -> effect.frozen().arguments())
        .findFirst();
  }

  /** As sent; an evaluation that fails only now must not tell what it saw. */
  private JsonNode sent(Visit visit, Task.Call task, JsonNode values) {
    try {
      return http(visit, task, Map.of("secrets", values));
    } catch (Unwind.Fault e) {
      throw visit.fault(
          WorkflowError.Kind.EXPRESSION, "an expression fails on the value of a secret");
    }
  }

  private JsonNode http(Visit visit, Task.Call task, Map<String, JsonNode> arguments) {
    var with = visit.evaluate(task.with(), visit.input(), arguments);
    var source = task.with().source();
    return switch (task.function()) {
      case OPENAPI -> vouched(visit, described(visit, source, with));
      case "mcp" -> ProtocolArguments.mcp(visit, source, with);
      case "a2a" -> ProtocolArguments.a2a(visit, source, with);
      default -> vouched(visit, filled(visit, source, with));
    };
  }

  /** What the author says of a repetition belongs to the call. */
  private static JsonNode vouched(Visit visit, JsonNode arguments) {
    var retry = visit.task().task().common().metadata().retry();
    if (retry.isEmpty()) {
      return arguments;
    }
    ObjectNode vouched = arguments.deepCopy();
    return vouched.put("retry", retry.get());
  }

  private JsonNode described(Visit visit, JsonNode source, JsonNode with) {
    ObjectNode described = with.deepCopy();
    described.set("document", filled(visit, source.path("document"), with.path("document")));
    try {
      return openApi.arguments(visit.walk().run().tenant(), described);
    } catch (OpenApiFailed e) {
      throw new Unwind.Fault(
          kind(e).error(visit.task().pointer(), e.status(), String.valueOf(e.getMessage())));
    }
  }

  private static WorkflowError.Kind kind(OpenApiFailed failed) {
    return switch (failed.fault()) {
      case UNREACHABLE -> WorkflowError.Kind.COMMUNICATION;
      case DESCRIPTION -> WorkflowError.Kind.CONFIGURATION;
      case PARAMETERS -> WorkflowError.Kind.VALIDATION;
    };
  }

  /** With the variables filled in of its endpoint, and of who gives out its tokens. */
  static JsonNode filled(Visit visit, JsonNode source, JsonNode evaluated) {
    var filled = evaluated;
    for (var template : TEMPLATES) {
      filled = UriTemplate.expand(visit, template, source, filled);
    }
    return filled;
  }
}
