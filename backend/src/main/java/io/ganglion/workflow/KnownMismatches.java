package io.ganglion.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.schema.Mismatch;
import io.ganglion.schema.Schemas;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks values that hold expressions, as far as that can be done before they are evaluated. */
record KnownMismatches(Phrases phrases, Schemas schemas) {
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

  /**
   * Adds what is wrong with a value whatever its expressions come to.
   *
   * @param place where it stands in the document
   */
  void report(JsonNode schema, JsonNode value, Part place) {
    var open = new ArrayList<String>();
    expressions(value, "", open);
    var told = new HashSet<Mismatch>();
    for (var mismatch : schemas.specific(schema, value)) {
      if (known(mismatch, open) && told.add(mismatch)) {
        place.findings().add(place.pointer() + mismatch.pointer(), mismatch.detail());
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
