package io.ganglion.api.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to send as a test. */
@Schema(name = "EndpointTest")
public record TestBody(
    @Schema(
            description = "The event type whose example is sent",
            defaultValue = "webhook.test",
            examples = "run.succeeded")
        @Nullable String type) {}
