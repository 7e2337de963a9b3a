package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.expression.Expressions;
import io.ganglion.kernel.Json;
import io.ganglion.workflow.Task;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a call, evaluated.
 *
 * @param frozen what goes on record: secrets by their names, passwords and tokens left out
 * @param carried what only the connector sees: {@code arguments} as they are sent and {@code
 *     hidden} values that must not come back; null where {@code frozen} is all there is
 */
record CallArguments(JsonNode frozen, @Nullable JsonNode carried) {
  private static final String AUTHENTICATION = "authentication";

  /** Members of an authentication that are never put on record. */
  private static final Set<String> WITHHELD =
      Set.of("password", "token", "secret", "assertion", "subject", "actor");

  static CallArguments plain(JsonNode arguments) {
    return new CallArguments(arguments, null);
  }

  /**
   * Evaluates the arguments of a call.
   *
   * @throws Unwind.Fault when an expression fails or a secret can't be opened
   */
  static CallArguments of(Visit visit, Task.Call task, SecretValues secrets) {
    if (!task.function().equals("http")) {
      return plain(visit.evaluate(task.with()));
    }
    if (visit.walk().definition().use().secrets().isEmpty()) {
      return of(http(visit, task, Map.of()), Json.object());
    }
    var values = secrets.open(visit);
    var frozen = http(visit, task, Map.of("secrets", SecretValues.names(values)));
    return of(frozen, sent(visit, task, values), values);
  }

  private static CallArguments of(JsonNode arguments, JsonNode hidden) {
    return arguments.at("/endpoint").has(AUTHENTICATION)
        ? of(arguments, arguments, hidden)
        : plain(arguments);
  }

  private static CallArguments of(JsonNode frozen, JsonNode sent, JsonNode hidden) {
    var shown = frozen.deepCopy();
    if (shown.path("endpoint").path(AUTHENTICATION) instanceof ObjectNode authentication) {
      authentication.forEach(CallArguments::withhold);
    }
    if (shown.equals(sent)) {
      return plain(shown);
    }
    var carried = Json.object();
    carried.set("arguments", sent);
    carried.set("hidden", hidden);
    return new CallArguments(shown, carried);
  }

  /** As sent; an evaluation that fails only now must not tell what it saw. */
  private static JsonNode sent(Visit visit, Task.Call task, JsonNode values) {
    try {
      return http(visit, task, Map.of("secrets", values));
    } catch (Unwind.Fault e) {
      throw visit.fault(
          WorkflowError.Kind.EXPRESSION, "an expression fails on the value of a secret");
    }
  }

  private static void withhold(JsonNode settings) {
    if (settings instanceof ObjectNode object) {
      WITHHELD.stream()
          .filter(object::has)
          .filter(name -> !object.path(name).asText().startsWith("[secret "))
          .forEach(name -> object.put(name, "[withheld]"));
      withhold(object.path("client"));
    }
  }

  private static JsonNode http(Visit visit, Task.Call task, Map<String, JsonNode> secrets) {
    var with = visit.evaluate(task.with(), visit.input(), secrets);
    var written = task.with().source().path("endpoint");
    if (literal(written)) {
      ObjectNode filled = with.deepCopy();
      return filled.put("endpoint", UriTemplate.expand(visit, written.textValue()));
    }
    if (literal(written.path("uri"))) {
      ObjectNode filled = with.deepCopy();
      filled
          .withObject("/endpoint")
          .put("uri", UriTemplate.expand(visit, written.path("uri").textValue()));
      return filled;
    }
    return with;
  }

  /** What an expression gives is an address already. */
  private static boolean literal(JsonNode endpoint) {
    return endpoint.isTextual() && !Expressions.delimited(endpoint.textValue());
  }
}
