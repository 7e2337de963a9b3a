package io.ganglion.api.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a request at an inbound address. */
@Schema(name = "Received")
public record ReceivedView(
    @Schema(description = "Events stored now: 1, or 0 where it was known", examples = "1")
        int stored) {}
