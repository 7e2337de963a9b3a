package io.ganglion.api.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A source with an address that was just made. */
@Schema(name = "NewSource")
public record NewSourceView(
    SourceView source,
    @Schema(
            description = "Where its sender POSTs; never shown again, and as secret as a password",
            examples = "https://ganglion.example/in/gi_…")
        String url) {}
