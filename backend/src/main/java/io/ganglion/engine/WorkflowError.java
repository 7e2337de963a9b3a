package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.agent.StateWriter;
import io.ganglion.kernel.Json;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The DSL's error object.
 *
 * @param type a URI; the standard ones are in {@link Kind}
 * @param instance JSON pointer of the task it came from
 * @see <a
 *     href="https://github.com/serverlessworkflow/specification/blob/v1.0.3/dsl-reference.md#error">DSL:
 *     error</a>
 */
record WorkflowError(
    String type, int status, @Nullable String title, @Nullable String detail, String instance) {

  /** The DSL's standard error types, with their default status. */
  enum Kind {
    CONFIGURATION(400, "Configuration error"),
    VALIDATION(400, "Validation error"),
    EXPRESSION(400, "Expression error"),
    AUTHENTICATION(401, "Authentication error"),
    AUTHORIZATION(403, "Authorization error"),
    TIMEOUT(408, "Timeout error"),
    COMMUNICATION(500, "Communication error"),
    RUNTIME(500, "Runtime error");

    private static final String PREFIX = "https://serverlessworkflow.io/spec/1.0.0/errors/";

    /** What the specification's own conformance kit and newer editions call the same types. */
    private static final List<String> ALIASES =
        List.of(
            "https://serverlessworkflow.io/dsl/errors/types/",
            "https://open-workflow-specification.org/dsl/errors/types/");

    private final int status;
    private final String title;

    Kind(int status, String title) {
      this.status = status;
      this.title = title;
    }

    String type() {
      return PREFIX + name().toLowerCase(Locale.ROOT);
    }

    WorkflowError error(String instance, String detail) {
      return error(instance, status, detail);
    }

    WorkflowError error(String instance, int actualStatus, String detail) {
      return new WorkflowError(type(), actualStatus, title, detail, instance);
    }
  }

  /** Whether a filter's type is another name of this standard type. */
  static boolean isAlias(String wanted, String type) {
    for (var kind : Kind.values()) {
      if (kind.type().equals(type)) {
        var name = type.substring(Kind.PREFIX.length());
        return Kind.ALIASES.stream().anyMatch(prefix -> wanted.equals(prefix + name));
      }
    }
    return false;
  }

  /** A write of agent state that was made from a version the entry has no more. */
  static WorkflowError stateConflict(String instance, String detail) {
    return new WorkflowError(
        Kind.RUNTIME.type(), 409, StateWriter.CONFLICT, detail, instance); // the title is a code
  }

  /** An output above the limit. */
  static WorkflowError tooLarge(String instance, int bytes) {
    return new WorkflowError(
        Kind.RUNTIME.type(),
        413,
        "payload_too_large",
        "the output is larger than %,d bytes; keep less, or keep it elsewhere".formatted(bytes),
        instance); // the title is a code
  }

  /** What an error doesn't have is left out: the DSL's errors know no null. */
  ObjectNode toJson() {
    var json = Json.object().put("type", type).put("status", status);
    if (title != null) {
      json.put("title", title);
    }
    if (detail != null) {
      json.put("detail", detail);
    }
    return json.put("instance", instance);
  }

  static WorkflowError fromJson(JsonNode json) {
    return new WorkflowError(
        json.path("type").asText(),
        json.path("status").asInt(),
        json.path("title").textValue(),
        json.path("detail").textValue(),
        json.path("instance").asText());
  }
}
