package io.ganglion.workflow;

import com.fasterxml.jackson.databind.JsonNode;

/** Where schemas are had that a document names by their address. */
sealed interface SchemaSource permits FetchedSchemas, FrozenSchemas {
  /**
   * The schema at an address.
   *
   * @throws SchemaUnavailable if it can't be had, with what to tell the author
   */
  JsonNode at(String address);
}
