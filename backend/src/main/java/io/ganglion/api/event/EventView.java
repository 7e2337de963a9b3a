package io.ganglion.api.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.bus.Bus;
import io.ganglion.kernel.RunId;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A stored event, as callers see it. */
@Schema(name = "StoredEvent", description = "An event on the tenant's bus.")
public record EventView(
    @Schema(description = "Its place on the bus; later events have higher ones") long seq,
    @Schema(description = "The only run that sees it, for a signal") @Nullable RunId run,
    Instant storedAt,
    @Schema(description = "The CloudEvent, structured mode") JsonNode event) {

  static EventView of(Bus.Entry entry) {
    return new EventView(entry.seq(), entry.run(), entry.storedAt(), entry.event().envelope());
  }
}
