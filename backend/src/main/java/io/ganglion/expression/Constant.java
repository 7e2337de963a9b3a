package io.ganglion.expression;

import com.fasterxml.jackson.databind.JsonNode;
import net.thisptr.jackson.jq.internal.tree.literal.ValueLiteral;

/** A value in place of an argument that was evaluated already. */
final class Constant extends ValueLiteral {
  Constant(JsonNode value) {
    super(value);
  }
}
