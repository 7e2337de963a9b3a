package io.ganglion.addition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import java.util.List;
import java.util.Optional;

/**
 * How an action is sent. An intent keeps it, so that an edit changes nothing of what is under way.
 */
sealed interface Wire {
  /**
   * What it is to its server, and stays whatever it is called here, e.g. {@code GET /pets/{id}}.
   */
  String key();

  JsonNode toJson();

  static Wire of(JsonNode json) {
    return json.has("tool")
        ? new Tool(json.path("tool").asText(), json.path("hash").asText())
        : new Http(
            json.path("method").asText(),
            json.path("path").asText(),
            json.path("parameters").valueStream().map(Parameter::of).toList(),
            Optional.ofNullable(json.path("body").textValue()),
            json.path("security").valueStream().map(Wire::texts).toList(),
            Optional.ofNullable(json.path("idempotency_header").textValue()));
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asText).toList();
  }

  /**
   * An HTTP request.
   *
   * @param method in upper case
   * @param path a template that starts with a slash, e.g. {@code /pets/{petId}}
   * @param body media type of the body that the argument {@code body} becomes; empty for none
   * @param security alternatives, each the names of the schemes it takes together
   */
  record Http(
      String method,
      String path,
      List<Parameter> parameters,
      Optional<String> body,
      List<List<String>> security,
      Optional<String> idempotencyHeader)
      implements Wire {
    public Http {
      parameters = List.copyOf(parameters);
      security = security.stream().map(List::copyOf).toList();
    }

    @Override
    public String key() {
      return method + " " + path;
    }

    Http keyed(String header) {
      var others = parameters.stream().filter(parameter -> !parameter.isHeader(header)).toList();
      return new Http(method, path, others, body, security, Optional.of(header));
    }

    /** A schema of its arguments without those that a header of this name takes. */
    JsonNode without(String header, JsonNode input) {
      var less = (ObjectNode) input.deepCopy();
      for (var parameter : parameters) {
        if (parameter.isHeader(header)) {
          ((ObjectNode) less.path("properties")).remove(parameter.argument());
          if (less.path("required") instanceof ArrayNode required) {
            required.removeIf(name -> name.asText().equals(parameter.argument()));
          }
        }
      }
      return less;
    }

    @Override
    public JsonNode toJson() {
      var json = Json.object().put("method", method).put("path", path);
      var all = json.putArray("parameters");
      parameters.forEach(parameter -> all.add(parameter.toJson()));
      body.ifPresent(type -> json.put("body", type));
      var alternatives = json.putArray("security");
      for (var alternative : security) {
        var names = alternatives.addArray();
        alternative.forEach(names::add);
      }
      idempotencyHeader.ifPresent(header -> json.put("idempotency_header", header));
      return json;
    }
  }

  /**
   * A tool of an MCP server.
   *
   * @param tool its name there
   * @param hash of its schemas and hints, as they were confirmed
   */
  record Tool(String tool, String hash) implements Wire {
    @Override
    public String key() {
      return tool;
    }

    @Override
    public JsonNode toJson() {
      return Json.object().put("tool", tool).put("hash", hash);
    }
  }
}
