package io.ganglion.api.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much is sent once more. */
@Schema(name = "Replayed")
public record ReplayedView(
    @Schema(
            description =
                "Messages that were put on their way, the oldest first, at most 10,000 by one"
                    + " request",
            examples = "3")
        long messages) {}
