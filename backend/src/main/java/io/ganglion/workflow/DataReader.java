package io.ganglion.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.schema.SchemaInvalid;
import io.ganglion.schema.Schemas;
import java.util.Optional;
import java.util.Set;

/** Reads {@code input}, {@code output} and {@code export}. */
record DataReader(Phrases phrases, Schemas schemas) {

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
      part.wrong("a schema from elsewhere is not offered yet; write it here, under 'document'");
      return Optional.empty();
    }
    return part.need("document", "the JSON Schema").filter(this::usable).map(Part::node);
  }

  private boolean usable(Part document) {
    try {
      schemas.require(document.node());
      return true;
    } catch (SchemaInvalid e) {
      document.wrong("this JSON Schema can't be used: " + e.getMessage());
      return false;
    }
  }
}
