package io.ganglion.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * One operation of a description.
 *
 * @param path its template, e.g. {@code /pets/{petId}}
 * @param item the path's entry, whose parameters hold for all of its operations
 */
record Operation(
    Description description, String path, String method, JsonNode item, JsonNode json) {

  /** Where calls of it go, its path still a template. */
  String address() {
    return description.base(List.of(json, item, description.root())) + path;
  }

  /** Its parameters, the operation's own in place of the path's. */
  List<Parameter> parameters() {
    var parameters = new LinkedHashMap<String, Parameter>();
    for (var owner : List.of(item, json)) {
      for (var written : owner.path("parameters")) {
        var parameter = new Parameter(description.resolved(written));
        parameters.put(parameter.in() + " " + parameter.name(), parameter);
      }
    }
    return new ArrayList<>(parameters.values());
  }

  /** The body that version 3 describes apart from the parameters; missing for none. */
  JsonNode requestBody() {
    return description.resolved(json.path("requestBody"));
  }

  /** Media types a body may have, the first being preferred. */
  List<String> consumes() {
    var types = new ArrayList<String>();
    requestBody().path("content").fieldNames().forEachRemaining(types::add);
    for (var owner : List.of(json, description.root())) {
      if (types.isEmpty()) {
        owner.path("consumes").forEach(type -> types.add(type.asText()));
      }
    }
    return types;
  }

  String id() {
    return json.path("operationId").asText();
  }
}
