package io.ganglion.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.schema.SchemaInvalid;
import io.ganglion.schema.Schemas;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code input}, {@code output} and {@code export}. */
record DataReader(Phrases phrases, Schemas schemas, SchemaSource elsewhere) {

  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s{}]{1,2048}");

  /**
   * @param transform the name of the transformation: {@code from} or {@code as}
   */
  Data read(Part owner, String name, String transform) {
    return owner
        .get(name)
        .flatMap(part -> part.object("'%s'".formatted(name)))
        .map(part -> data(part, transform))
        .orElse(Data.ANY);
  }

  private Data data(Part part, String transform) {
    part.only(Set.of("schema", transform));
    return new Data(
        part.get(transform).map(t -> phrases.transformation(t, "'%s'".formatted(transform))),
        part.get("schema").flatMap(s -> s.object("a schema")).flatMap(this::schema));
  }

  private Optional<JsonNode> schema(Part part) {
    part.only(Set.of("format", "document", "resource"));
    part.get("format")
        .flatMap(format -> format.text("a schema's format"))
        .filter(format -> !format.equals("json") && !format.startsWith("json:"))
        .ifPresent(
            format ->
                part.wrong("schemas of format '%s' are not offered; use json".formatted(format)));
    if (part.has("resource")) {
      if (part.has("document")) {
        part.wrong("a schema has either a 'document' or a 'resource'; remove one of them");
      }
      return part.get("resource").flatMap(r -> r.object("'resource'")).flatMap(this::resource);
    }
    return part.need("document", "the JSON Schema")
        .filter(document -> usable(document, document.node()))
        .map(Part::node);
  }

  private Optional<JsonNode> resource(Part part) {
    part.only(Set.of("name", "endpoint"));
    var endpoint = part.need("endpoint", "the address of the JSON Schema");
    var address = endpoint.map(e -> e.node().isObject() ? address(e) : Optional.of(e));
    return address.flatMap(a -> a).flatMap(this::fetched);
  }

  private static Optional<Part> address(Part endpoint) {
    endpoint.only(Set.of("uri", "authentication"));
    endpoint
        .get("authentication")
        .ifPresent(a -> a.wrong("schemas are fetched without credentials; write it here"));
    return endpoint.need("uri", "the address of the JSON Schema");
  }

  private Optional<JsonNode> fetched(Part address) {
    var text = address.text("the address of a schema");
    if (text.isPresent() && !ADDRESS.matcher(text.get()).matches()) {
      address.wrong("the address of a schema is written out: http or https, without variables");
      return Optional.empty();
    }
    try {
      return text.map(elsewhere::at).filter(schema -> usable(address, schema));
    } catch (SchemaUnavailable e) {
      address.wrong("the schema " + e.getMessage());
      return Optional.empty();
    }
  }

  private boolean usable(Part place, JsonNode schema) {
    try {
      schemas.require(schema);
      return true;
    } catch (SchemaInvalid e) {
      place.wrong("this JSON Schema can't be used: " + e.getMessage());
      return false;
    }
  }
}
