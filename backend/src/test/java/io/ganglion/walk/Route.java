package io.ganglion.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** An operation as the document describes it. */
record Route(String method, String path, JsonNode document, JsonNode operation) {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
  private static final String JSON = "application/json";
  private static final String ROOT = "/api/v1/";

  /** Those of the API itself: what others send to /in is in their own form. */
  static List<Route> all(JsonNode document) {
    var all = new ArrayList<Route>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        one -> {
                          if (METHODS.contains(one.getKey()) && path.getKey().startsWith(ROOT)) {
                            all.add(
                                new Route(one.getKey(), path.getKey(), document, one.getValue()));
                          }
                        }));
    return all;
  }

  boolean isPost() {
    return method.equals("post");
  }

  boolean isPublic() {
    return operation.path("security").isEmpty();
  }

  boolean isOperators() {
    return operation.path("security").path(0).has("operator");
  }

  /** All that its caller needs. */
  List<String> scopes() {
    return StreamSupport.stream(operation.at("/security/0/api_key").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  boolean takes(String parameter) {
    return parameters().anyMatch(one -> one.path("name").asText().equals(parameter));
  }

  java.util.stream.Stream<JsonNode> parameters() {
    return StreamSupport.stream(operation.path("parameters").spliterator(), false);
  }

  /** A list is what can be cut into pages. */
  boolean isList() {
    return method.equals("get") && takes("limit") && takes("cursor");
  }

  boolean hasBody() {
    return operation.has("requestBody");
  }

  Optional<String> bodyType() {
    var content = operation.at("/requestBody/content");
    if (content.has(JSON)) {
      return Optional.of(JSON);
    }
    return hasBody() ? Optional.of(content.fieldNames().next()) : Optional.empty();
  }

  /** The example of its body, if that is a JSON object with fixed members. */
  Optional<ObjectNode> recordBody() {
    var ref = operation.at("/requestBody/content").path(JSON).at("/schema/$ref").asText();
    boolean fixed = ref.startsWith("#/") && document.at(ref.substring(1)).has("properties");
    return fixed && example().isObject() ? Optional.of((ObjectNode) example()) : Optional.empty();
  }

  JsonNode example() {
    var media = operation.at("/requestBody/content").path(bodyType().orElse(JSON));
    return media.path("example").deepCopy();
  }

  /** Whether the document knows the status. */
  boolean answers(int status) {
    return operation.path("responses").has(String.valueOf(status));
  }

  /** The schema of an answer in JSON. */
  Optional<JsonNode> answer(int status) {
    var schema = operation.at("/responses/%d/content/application~1json/schema".formatted(status));
    return schema.isMissingNode() ? Optional.empty() : Optional.of(schema);
  }

  /** The collection whose members the path names. */
  Optional<String> collection() {
    int at = path.indexOf("/{");
    if (at < 0) {
      return Optional.empty();
    }
    var before = path.substring(ROOT.length(), at);
    return Optional.of(before.equals("me/invitations") ? "invitations" : before);
  }

  /** Its address for the thing of that identifier. */
  String of(String id) {
    return path.replaceAll("\\{(id|domain|tenant)}", id)
        .replace("{key}", "note")
        .replace("{name}", path.startsWith(ROOT + "connectors/") ? id : "x");
  }

  /** A schema of the document, with all that it refers to. */
  JsonNode standalone(JsonNode schema) {
    var whole = Json.object();
    whole.setAll((ObjectNode) schema.deepCopy());
    whole.set("components", document.path("components"));
    return whole;
  }

  @Override
  public String toString() {
    return method.toUpperCase(Locale.ROOT) + " " + path;
  }
}
