package io.ganglion.api.event;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of the events that were sent. */
@Schema(name = "AcceptedEvents")
public record AcceptedView(
    @Schema(description = "Events stored now") int stored,
    @Schema(description = "Events that were stored before, by source and id") int known) {}
