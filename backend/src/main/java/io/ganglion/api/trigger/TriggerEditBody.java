package io.ganglion.api.trigger;

import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be changed of a trigger; what is left out stays. */
@Schema(name = "TriggerEdit")
public record TriggerEditBody(
    @Size(min = 1, max = 100, message = "send 1 to 100 characters") @Schema(examples = "Mentions")
        @Nullable String name,
    @Schema(
            implementation = String.class,
            description = "From the begin of one poll to the next, from PT15S to PT24H",
            examples = "PT5M")
        @Nullable Duration interval) {}
