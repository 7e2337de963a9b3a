package io.ganglion.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.ganglion.kernel.Json;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Judges answers and examples by what the documents say of them. */
final class Documented {
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private static final String LOCATION = "Location";

  private final Set<String> codes;
  private final Map<JsonNode, com.networknt.schema.Schema> compiled = new HashMap<>();

  Documented() throws IOException {
    codes =
        Pattern.compile("(?m)^## ([a-z_0-9]+)$")
            .matcher(Files.readString(Path.of("../docs/problems.md")))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
  }

  /** What is wrong with a value by a schema; empty: nothing. */
  List<String> faults(Route route, JsonNode schema, JsonNode value) {
    var one =
        compiled.computeIfAbsent(
            route.standalone(schema),
            whole -> SCHEMAS.getSchema(Json.write(whole), InputFormat.JSON));
    return one.validate(Json.write(value), InputFormat.JSON).stream()
        .map(Object::toString)
        .limit(3)
        .toList();
  }

  /** What is wrong with a refusal: no problem, a code that nobody has documented. */
  String faultOf(Route route, Response answer) {
    if (!String.valueOf(answer.contentType()).startsWith("application/problem+json")) {
      return "%d is no problem but %s".formatted(answer.statusCode(), answer.contentType());
    }
    var problem = Json.read(answer.asString());
    var code = problem.path("code").asText();
    if (!codes.contains(code)) {
      return "code %s is not in docs/problems.md".formatted(code);
    }
    if (problem.path("status").asInt() != answer.statusCode()) {
      return "status %s in an answer with %d"
          .formatted(problem.path("status"), answer.statusCode());
    }
    if (!route.answers(answer.statusCode())) {
      return "%d (%s) is not in the document".formatted(answer.statusCode(), code);
    }
    return "";
  }

  /** What is wrong with a success: a status, a place or a body that the document doesn't know. */
  String faultIn(Route route, Response answer) {
    int status = answer.statusCode();
    if (!route.answers(status)) {
      return "%d is not in the document".formatted(status);
    }
    boolean placed = route.operation().at("/responses/%d/headers".formatted(status)).has(LOCATION);
    if (status < 300 && answer.header(LOCATION) != null && !placed) {
      return "the Location of %d is not in the document".formatted(status);
    }
    if (!String.valueOf(answer.contentType()).matches("application/json(;.*)?")) {
      return "";
    }
    var schema = route.answer(status);
    return schema.isEmpty()
        ? "the body of %d is not in the document".formatted(status)
        : String.join("; ", faults(route, schema.get(), Json.read(answer.asString())));
  }
}
