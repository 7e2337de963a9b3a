package io.ganglion.api.operator;

import io.ganglion.status.Incident;
import io.ganglion.status.IncidentState;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an incident goes on. */
@Schema(name = "IncidentUpdateBody")
public record IncidentUpdateBody(
    @NotNull(message = "send investigating, identified, monitoring or resolved")
        @Schema(description = "resolved ends it", examples = "resolved")
        IncidentState state,
    @NotBlank(message = "say what people need to know")
        @Size(max = Incident.MAX_MESSAGE, message = "send at most 2,000 characters")
        @Schema(
            description = "Everybody reads it: nothing of a tenant belongs in it",
            examples = "All deliveries have arrived.")
        String message) {}
