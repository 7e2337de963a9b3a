package io.ganglion.engine;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Query;
import io.ganglion.expression.Expressions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The DSL's URI templates: {@code {name}} stands for the top-level member of that very name,
 * percent-encoded; for nothing where there is none.
 *
 * @see <a
 *     href="https://github.com/serverlessworkflow/specification/blob/v1.0.3/dsl-reference.md#uri-template">DSL:
 *     URI template</a>
 */
final class UriTemplate {
  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

  private UriTemplate() {}

  /**
   * Fills in a member of what was evaluated, where it is written as a text; what an expression
   * gives is an address already.
   *
   * @param pointer of the member, in both
   * @param source as it is written
   * @throws Unwind.Fault as {@link #expand}
   */
  static JsonNode expand(Visit visit, JsonPointer pointer, JsonNode source, JsonNode evaluated) {
    var written = source.at(pointer);
    if (!written.isTextual() || Expressions.delimited(written.textValue())) {
      return evaluated;
    }
    ObjectNode filled = evaluated.deepCopy();
    var uri = expand(visit, written.textValue());
    ((ObjectNode) filled.at(pointer.head())).put(pointer.last().getMatchingProperty(), uri);
    return filled;
  }

  /**
   * @throws Unwind.Fault when a variable is an object or a list
   */
  static String expand(Visit visit, String template) {
    return VARIABLE
        .matcher(template)
        .replaceAll(found -> Matcher.quoteReplacement(value(visit, found.group(1))));
  }

  private static String value(Visit visit, String name) {
    JsonNode value = visit.input().path(name);
    if (value.isContainerNode()) {
      throw visit.fault(
          WorkflowError.Kind.EXPRESSION,
          "{%s} of a URI must be text, a number or true or false, not an object or a list"
              .formatted(name));
    }
    return value.isMissingNode() || value.isNull() ? "" : Query.encode(value.asText());
  }
}
