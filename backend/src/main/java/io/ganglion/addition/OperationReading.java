package io.ganglion.addition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.RetryClass;
import io.ganglion.kernel.Json;
import io.ganglion.schema.SchemaInvalid;
import io.ganglion.schema.Schemas;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One operation as an action. Used once. */
final class OperationReading {
  private static final int MAX_TITLE = 200;
  private static final String BODY = "body";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}/]*\\}");
  private static final Pattern PATH = Pattern.compile("/[^?#\\\\]*");

  /** Filled by what sends the request; OpenAPI says that they are none of the parameters'. */
  private static final Set<String> NO_PARAMETERS =
      Set.of("accept", "content-type", "authorization", "host", "content-length", "cookie");

  private final ApiDocument document;
  private final SecurityReading security;
  private final Schemas schemas;
  private final ApiDocument.Place place;
  private final Identifiers arguments = new Identifiers(Set.of("connection", BODY));
  private final ObjectNode properties = Json.object();
  private final ArrayNode required = Json.mapper().createArrayNode();
  private final SchemaReading sent;

  OperationReading(
      ApiDocument document, SecurityReading security, Schemas schemas, ApiDocument.Place place) {
    this.document = document;
    this.security = security;
    this.schemas = schemas;
    this.place = place;
    this.sent = SchemaReading.sent(document);
  }

  /** The action, called by a name; one that can't be served says why. */
  Offer offer(String name) {
    try {
      var wire = wire();
      return offer(name, input(), output(), wire, Optional.empty());
    } catch (NotServed e) {
      var wire =
          new Wire.Http(
              place.method(),
              place.path(),
              List.of(),
              Optional.empty(),
              List.of(),
              Optional.empty());
      return offer(
          name, Json.object(), Json.object(), wire, Optional.of(String.valueOf(e.getMessage())));
    }
  }

  private Offer offer(
      String name, JsonNode input, JsonNode output, Wire wire, Optional<String> missing) {
    return new Offer(name, title(), input, output, wire, claim(), missing, Words.NONE);
  }

  private String title() {
    var operation = place.operation();
    var said = operation.path("summary").asText(operation.path("description").asText(""));
    var line = OneLine.cut(said, MAX_TITLE);
    return line.isEmpty() ? OneLine.cut(place.method() + " " + place.path(), MAX_TITLE) : line;
  }

  /** As HTTP defines its methods. */
  private RetryClass claim() {
    return switch (place.method()) {
      case "GET", "HEAD", "OPTIONS" -> RetryClass.PURE;
      case "PUT", "DELETE" -> RetryClass.IDEMPOTENT;
      default -> RetryClass.BLIND;
    };
  }

  private Wire.Http wire() throws NotServed {
    for (var owner : List.of(place.item(), place.operation())) {
      if (owner.has("servers") && !document.server(owner).equals(document.server())) {
        throw new NotServed("it has a server of its own; make another connector for that");
      }
    }
    var parameters = parameters();
    for (var parameter : parameters) {
      if (parameter.place().equals("path")
          && !place.path().contains("{" + parameter.name() + "}")) {
        throw new NotServed("its path has no place for '%s'".formatted(parameter.name()));
      }
    }
    sound(parameters);
    return new Wire.Http(
        place.method(),
        place.path(),
        parameters,
        body(),
        security.of(place.operation()),
        Optional.empty());
  }

  /** Nothing but the parameters may say where a request goes. */
  private void sound(List<Parameter> parameters) throws NotServed {
    var path = place.path();
    for (var parameter : parameters) {
      path = path.replace("{" + parameter.name() + "}", "x");
    }
    if (!PATH.matcher(path).matches() || PLACEHOLDER.matcher(path).find()) {
      throw new NotServed("its path can't be filled in");
    }
    try {
      URI.create("https://api.example" + path);
    } catch (IllegalArgumentException e) {
      throw new NotServed("its path is no part of an address");
    }
  }

  private List<Parameter> parameters() throws NotServed {
    var written = new java.util.LinkedHashMap<String, JsonNode>();
    for (var owner : List.of(place.item(), place.operation())) {
      for (var reference : owner.path("parameters")) {
        var parameter = document.resolved(reference);
        written.put(
            parameter.path("in").asText() + " " + parameter.path("name").asText(), parameter);
      }
    }
    var parameters = new ArrayList<Parameter>();
    for (var parameter : written.values()) {
      taken(parameter).ifPresent(parameters::add);
    }
    return parameters;
  }

  private Optional<Parameter> taken(JsonNode written) throws NotServed {
    var name = written.path("name").asText();
    var in = written.path("in").asText();
    boolean needed = written.path("required").asBoolean(false) || in.equals("path");
    boolean ours =
        in.equals("header")
            && (NO_PARAMETERS.contains(name.toLowerCase(Locale.ROOT)) || sentAlready(name));
    if (ours || (!needed && in.equals("cookie"))) {
      return Optional.empty();
    }
    if (!Set.of("path", "query", "header").contains(in) || name.isEmpty()) {
      throw new NotServed("it needs a parameter in '%s'".formatted(OneLine.cut(in, 20)));
    }
    var argument = arguments.keeping(name);
    var schema = sent.read(parameterSchema(written));
    if (schema instanceof ObjectNode object && written.path("description").isTextual()) {
      object.put("description", OneLine.cut(written.path("description").asText(), 300));
    }
    properties.set(argument, schema);
    if (needed) {
      required.add(argument);
    }
    return Optional.of(new Parameter(argument, name, in, form(written, in)));
  }

  private boolean sentAlready(String header) {
    return security.schemes().stream()
        .anyMatch(s -> s.kind() == Scheme.Kind.HEADER && s.key().equalsIgnoreCase(header));
  }

  private static JsonNode parameterSchema(JsonNode written) {
    var content = written.path("content");
    var schema =
        content.isEmpty() ? written.path("schema") : content.iterator().next().path("schema");
    return schema.isMissingNode() ? Json.object() : schema;
  }

  private static Parameter.Form form(JsonNode written, String in) {
    var style = written.path("style").asText("form");
    if (style.equals("deepObject")) {
      return Parameter.Form.DEEP;
    }
    boolean exploded =
        in.equals("query") && style.equals("form") && written.path("explode").asBoolean(true);
    return exploded && !written.has("content") ? Parameter.Form.EXPLODED : Parameter.Form.PLAIN;
  }

  private Optional<String> body() throws NotServed {
    if (!place.operation().has("requestBody")) {
      return Optional.empty();
    }
    var body = document.resolved(place.operation().path("requestBody"));
    var types = new ArrayList<String>();
    body.path("content").fieldNames().forEachRemaining(types::add);
    var type = types.stream().filter(ApiBody::json).findFirst();
    if (type.isEmpty()) {
      type = types.stream().filter(ApiBody::offered).findFirst();
    }
    if (type.isEmpty()) {
      throw new NotServed(
          "it takes %s, and bodies are JSON, forms or text"
              .formatted(
                  types.isEmpty() ? "a body of no type" : OneLine.cut(types.getFirst(), 60)));
    }
    var schema = body.path("content").path(type.get()).path("schema");
    properties.set(BODY, sent.read(schema.isMissingNode() ? Json.object() : schema));
    if (body.path("required").asBoolean(false)) {
      required.add(BODY);
    }
    return type;
  }

  private JsonNode input() throws NotServed {
    var input = Json.object().put("type", "object").put("additionalProperties", false);
    input.set("properties", properties);
    if (!required.isEmpty()) {
      input.set("required", required);
    }
    try {
      schemas.require(input);
    } catch (SchemaInvalid e) {
      throw new NotServed("its arguments' schema is none: " + OneLine.cut(e.getMessage(), 200));
    }
    return input;
  }

  /** What its first good answer in JSON is; anything where the document doesn't say it well. */
  private JsonNode output() {
    for (var entry : place.operation().path("responses").properties()) {
      if (entry.getKey().startsWith("2")) {
        try {
          var content = document.resolved(entry.getValue()).path("content");
          for (var type : content.properties()) {
            if (ApiBody.json(type.getKey()) && type.getValue().has("schema")) {
              var schema = SchemaReading.answered(document).read(type.getValue().path("schema"));
              schemas.require(schema);
              return schema;
            }
          }
        } catch (NotServed | SchemaInvalid e) {
          return Json.object();
        }
      }
    }
    return Json.object();
  }
}
