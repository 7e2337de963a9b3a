package io.ganglion.api.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.webhook.EventType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A kind of message. */
@Schema(name = "EventType")
public record EventTypeView(
    @Schema(examples = "run.succeeded") String name,
    @Schema(examples = "A run has ended as it should.") String description,
    @Schema(description = "JSON Schema 2020-12 of a message's data") JsonNode schema,
    @Schema(description = "Data that fit the schema") JsonNode example) {
  static EventTypeView of(EventType type) {
    return new EventTypeView(type.name(), type.description(), type.schema(), type.example());
  }
}
