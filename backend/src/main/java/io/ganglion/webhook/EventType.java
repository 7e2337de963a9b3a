package io.ganglion.webhook;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A kind of message.
 *
 * @param name e.g. {@code run.succeeded}
 * @param schema JSON Schema 2020-12 of a message's {@code data}
 * @param example data that fit the schema
 */
public record EventType(String name, String description, JsonNode schema, JsonNode example) {}
