package io.ganglion.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.PathOutput;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.path.Path;
import org.jspecify.annotations.Nullable;

/**
 * A text with expressions inside; unlike the library's it stops before it is too long.
 *
 * @param end what follows the last piece
 * @param format applied to each expression's value
 */
record Interpolation(List<Piece> pieces, String end, @Nullable Expression format)
    implements Expression {

  /**
   * @param before the text in front of the expression
   */
  record Piece(String before, Expression expression) {}

  @Override
  public void apply(Scope scope, JsonNode in, Path path, PathOutput output, boolean requirePath)
      throws JsonQueryException {
    // The last expression varies slowest, as jq has it.
    append(scope, in, pieces.size(), end, output);
  }

  private void append(Scope scope, JsonNode in, int left, String tail, PathOutput output)
      throws JsonQueryException {
    Meter.current().fits(tail.length());
    if (left == 0) {
      output.emit(new TextNode(tail), null);
      return;
    }
    var piece = pieces.get(left - 1);
    piece
        .expression()
        .apply(
            scope,
            in,
            value -> {
              if (format == null) {
                append(scope, in, left - 1, piece.before() + written(value) + tail, output);
              } else {
                format.apply(
                    scope,
                    value,
                    text ->
                        append(scope, in, left - 1, piece.before() + written(text) + tail, output));
              }
            });
  }

  private static String written(JsonNode value) {
    return value.isTextual() ? value.textValue() : value.toString();
  }
}
