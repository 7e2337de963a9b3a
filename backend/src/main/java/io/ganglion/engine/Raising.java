package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ganglion.expression.Template;
import io.ganglion.kernel.Json;
import io.ganglion.workflow.ErrorTemplate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the error of a {@code raise} out of its template. */
final class Raising {
  private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+\\-.]*:.+");
  private static final int MIN_STATUS = 100;
  private static final int MAX_STATUS = 599;

  private Raising() {}

  /**
   * @throws Unwind.Fault when an expression gives no type or status that an error could have
   */
  static WorkflowError error(Visit visit, ErrorTemplate template) {
    var instance = text(visit, template.instance());
    return new WorkflowError(
        type(visit, template.type()),
        status(visit, visit.evaluate(template.status())),
        text(visit, template.title()),
        text(visit, template.detail()),
        instance == null ? visit.task().pointer() : instance);
  }

  private static String type(Visit visit, Template template) {
    var type =
        template.constant()
            ? TextNode.valueOf(UriTemplate.expand(visit, template.source().asText()))
            : visit.evaluate(template);
    if (!type.isTextual() || !URI.matcher(type.textValue()).matches()) {
      throw wrong(visit, "'raise.error.type' must come to a URI");
    }
    return type.textValue();
  }

  private static int status(Visit visit, JsonNode status) {
    double value = status.doubleValue(); // 0 for what is no number
    if (value < MIN_STATUS || value > MAX_STATUS || value != Math.rint(value)) {
      throw wrong(
          visit,
          "'raise.error.status' must come to an integer from %d to %d"
              .formatted(MIN_STATUS, MAX_STATUS));
    }
    return (int) value;
  }

  private static @Nullable String text(Visit visit, Optional<Template> template) {
    var value = template.map(visit::evaluate);
    return value.isEmpty() || value.get().isNull()
        ? null
        : value.map(v -> v.isContainerNode() ? Json.write(v) : v.asText()).get();
  }

  private static Unwind.Fault wrong(Visit visit, String detail) {
    return visit.fault(WorkflowError.Kind.EXPRESSION, detail);
  }
}
