package io.ganglion.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.schema.Mismatch;
import io.ganglion.schema.Schemas;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks that a function exists and that the arguments known now fit it. */
record ArgumentCheck(Phrases phrases, Functions functions, Schemas schemas) {
  /** Keywords that look only at which members or how many items there are. */
  private static final Set<String> OF_SHAPE =
      Set.of(
          "required",
          "additionalProperties",
          "unevaluatedProperties",
          "dependentRequired",
          "minProperties",
          "maxProperties",
          "minItems",
          "maxItems");

  void check(String function, Part call, Part with) {
    var refusal = NotOffered.call(function);
    if (refusal.isPresent()) {
      call.wrong(refusal.get());
      return;
    }
    var schema = functions.arguments(function);
    if (schema.isEmpty()) {
      call.wrong(
          "there is no function '%s'%s"
              .formatted(function, Closest.hint(function, functions.names())));
      return;
    }
    boolean action = functions.isAction(function);
    if (action) {
      connection(with);
    }
    if (function.equals("ganglion.swarm")) {
      swarm(with);
    }
    arguments(schema.get(), with, action);
  }

  private static void connection(Part with) {
    with.need("connection", "the name of one of the agent's connections")
        .ifPresent(c -> c.text("'connection'"));
  }

  private void swarm(Part with) {
    phrases.names().given("item", "index", "n");
    with.get("action")
        .filter(a -> a.node().isTextual() && !Phrases.delimited(a.node()))
        .filter(a -> !functions.isAction(a.node().textValue()))
        .ifPresent(
            a ->
                a.wrong(
                    "there is no action '%s'%s"
                        .formatted(
                            a.node().textValue(),
                            Closest.hint(a.node().textValue(), functions.actionNames()))));
    with.get("reducer").flatMap(r -> r.get("by")).ifPresent(by -> phrases.expression(by, "'by'"));
  }

  private void arguments(JsonNode schema, Part with, boolean action) {
    JsonNode value = with.node();
    if (action && value.has("connection")) {
      value = ((ObjectNode) value.deepCopy()).without("connection");
    }
    var open = new ArrayList<String>();
    expressions(value, "", open);
    var told = new HashSet<Mismatch>();
    for (var mismatch : schemas.specific(schema, value)) {
      if (known(mismatch, open) && told.add(mismatch)) {
        with.findings().add(with.pointer() + mismatch.pointer(), mismatch.detail());
      }
    }
  }

  /** Whether a mismatch stays one, whatever the expressions come to. */
  private static boolean known(Mismatch mismatch, List<String> open) {
    for (var expression : open) {
      boolean inside =
          mismatch.pointer().equals(expression) || mismatch.pointer().startsWith(expression + "/");
      boolean around = expression.startsWith(mismatch.pointer() + "/");
      boolean settled = OF_SHAPE.contains(mismatch.keyword()) && !mismatch.conditional();
      if (inside || (around && !settled)) {
        return false;
      }
    }
    return true;
  }

  private void expressions(JsonNode node, String pointer, List<String> found) {
    if (phrases.open(node)) {
      found.add(pointer);
    }
    node.properties()
        .forEach(e -> expressions(e.getValue(), Located.below(pointer, e.getKey()), found));
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        expressions(node.get(i), pointer + '/' + i, found);
      }
    }
  }
}
