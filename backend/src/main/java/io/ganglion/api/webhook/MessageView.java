package io.ganglion.api.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.MessageId;
import io.ganglion.kernel.RunId;
import io.ganglion.webhook.Message;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A message, as callers see it. */
@Schema(name = "Message", description = "One event as endpoints get it.")
public record MessageView(
    @Schema(description = "The webhook-id of every try") MessageId id,
    @Schema(examples = "run.succeeded") String type,
    @Schema(description = "The run it is about") @Nullable RunId run,
    @Schema(description = "What is sent: type, timestamp and data") JsonNode body,
    Instant createdAt) {
  static MessageView of(Message message) {
    return new MessageView(
        message.id(), message.type(), message.run().orElse(null), message.body(), message.at());
  }
}
