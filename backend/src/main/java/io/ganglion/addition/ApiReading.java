package io.ganglion.addition;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.schema.Schemas;
import java.net.URI;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;

/** Reads OpenAPI documents. Pure. */
final class ApiReading {
  private ApiReading() {}

  /**
   * What a document describes.
   *
   * @throws InvalidRequest if it is none, or has no operation
   */
  static Draft read(JsonNode root, Optional<URI> from, Schemas schemas) {
    var document = ApiDocument.of(root, from);
    var security = new SecurityReading(document);
    var names = new Identifiers(Set.of());
    var offers = new ArrayList<Offer>();
    for (var place : document.operations()) {
      var id = place.operation().path("operationId").asText("");
      var name = names.of(id.isBlank() ? place.method() + " " + place.path() : id);
      offers.add(new OperationReading(document, security, schemas, place).offer(name));
    }
    if (offers.isEmpty()) {
      throw new InvalidRequest(ApiDocument.POINTER, "it has no operation under 'paths'");
    }
    return new Draft(document.title(), document.server(), security.schemes(), offers);
  }
}
