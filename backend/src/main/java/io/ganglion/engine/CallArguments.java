package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.expression.Expressions;
import io.ganglion.workflow.Task;

/** The arguments of a call: expressions evaluated, and endpoints written out filled in. */
final class CallArguments {
  private CallArguments() {}

  static JsonNode of(Visit visit, Task.Call task) {
    var with = visit.evaluate(task.with());
    return task.function().equals("http") ? http(visit, task.with().source(), with) : with;
  }

  private static JsonNode http(Visit visit, JsonNode source, JsonNode with) {
    var written = source.path("endpoint");
    if (literal(written)) {
      var filled = ((ObjectNode) with).deepCopy();
      return filled.put("endpoint", UriTemplate.expand(visit, written.textValue()));
    }
    if (literal(written.path("uri"))) {
      var filled = ((ObjectNode) with).deepCopy();
      ((ObjectNode) filled.get("endpoint"))
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
