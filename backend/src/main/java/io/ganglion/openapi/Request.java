package io.ganglion.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The arguments of an HTTP call as an operation and its parameters make them. Used once. */
final class Request {
  private static final String BODY = "body";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Operation operation;
  private final JsonNode given;
  private final ObjectNode query = Json.object();
  private final ObjectNode headers = Json.object();
  private final ObjectNode form = Json.object();
  private final List<String> cookies = new ArrayList<>();
  private final Set<String> used = new HashSet<>();
  private String address;
  private JsonNode body = Json.mapper().missingNode();

  Request(Operation operation, JsonNode given) {
    this.operation = operation;
    this.given = given;
    this.address = operation.address();
  }

  /**
   * @throws OpenApiFailed if a parameter is missing or unknown
   */
  ObjectNode arguments() {
    var parameters = operation.parameters();
    parameters.forEach(this::place);
    rest(parameters);
    var arguments = Json.object().put("method", operation.method());
    arguments.putObject("endpoint").put("uri", address);
    if (!cookies.isEmpty()) {
      headers.put("Cookie", String.join("; ", cookies));
    }
    content();
    if (!body.isMissingNode()) {
      arguments.set(BODY, body);
    }
    if (!headers.isEmpty()) {
      arguments.set("headers", headers);
    }
    if (!query.isEmpty()) {
      arguments.set("query", query);
    }
    return arguments;
  }

  private void place(Parameter parameter) {
    var name = parameter.name();
    var value = given.path(name);
    if (value.isMissingNode() || value.isNull()) {
      if (parameter.required()) {
        throw OpenApiFailed.parameters(
            "%s needs the parameter '%s'; add it under 'parameters'"
                .formatted(operation.id(), name));
      }
      return;
    }
    used.add(name);
    switch (parameter.in()) {
      case "path" -> address = address.replace("{" + name + "}", Parameter.segment(value));
      case "query" -> query(parameter, value);
      case "header" -> headers.put(name, Parameter.text(value));
      case "cookie" -> cookies.add(name + "=" + Parameter.segment(value));
      case "body" -> body = value;
      case "formData" -> form.set(name, value);
      default ->
          throw OpenApiFailed.description(
              "the parameter '%s' is in '%s', which OpenAPI doesn't know"
                  .formatted(name, parameter.in()));
    }
  }

  private void query(Parameter parameter, JsonNode value) {
    if (value.isObject() && (parameter.deep() || parameter.exploded())) {
      var before = parameter.deep() ? parameter.name() + "[" : "";
      var after = parameter.deep() ? "]" : "";
      value
          .properties()
          .forEach(e -> query.put(before + e.getKey() + after, Parameter.text(e.getValue())));
    } else if (value.isArray() && parameter.exploded()) {
      query.set(parameter.name(), value);
    } else {
      query.put(parameter.name(), Parameter.text(value));
    }
  }

  /** What no parameter declares is the body, or a member of it. */
  private void rest(List<Parameter> parameters) {
    var members = Json.object();
    given
        .properties()
        .forEach(
            entry -> {
              if (!used.contains(entry.getKey()) && !entry.getValue().isNull()) {
                members.set(entry.getKey(), entry.getValue());
              }
            });
    var described = operation.requestBody();
    if (!members.isEmpty() && described.isMissingNode()) {
      throw OpenApiFailed.parameters(
          "%s has no parameter '%s'; it has %s"
              .formatted(
                  operation.id(),
                  members.fieldNames().next(),
                  parameters.stream().map(Parameter::name).collect(Collectors.joining(", "))));
    }
    if (!members.isEmpty()) {
      body = members.size() == 1 && members.has(BODY) ? members.get(BODY) : members;
    } else if (described.path("required").asBoolean()) {
      throw OpenApiFailed.parameters(
          "%s needs a body; add 'body' under 'parameters'".formatted(operation.id()));
    }
  }

  private void content() {
    var types = operation.consumes();
    if (!form.isEmpty()) {
      body = form;
      type(FORM);
    } else if (!body.isMissingNode() && !types.isEmpty()) {
      var json = types.stream().filter(type -> type.contains("json")).findFirst();
      type(json.orElseGet(types::getFirst));
    }
  }

  private void type(String type) {
    if (type.startsWith("multipart/")) {
      throw OpenApiFailed.description(
          "%s takes multipart bodies, which are not offered".formatted(operation.id()));
    }
    if (!headers.has("Content-Type") && !type.contains("*")) {
      headers.put("Content-Type", type);
    }
  }
}
