package io.ganglion.workflow;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Those that were stored with a version.
 *
 * @param byAddress an object
 */
record FrozenSchemas(JsonNode byAddress) implements SchemaSource {
  @Override
  public JsonNode at(String address) {
    var schema = byAddress.get(address);
    if (schema == null) {
      throw new SchemaUnavailable("was not stored with the version");
    }
    return schema;
  }
}
