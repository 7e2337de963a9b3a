package io.ganglion.api.operator;

import io.ganglion.status.Impact;
import io.ganglion.status.Incident;
import io.ganglion.status.Part;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An incident to tell everybody of. */
@Schema(name = "IncidentBody")
public record IncidentBody(
    @NotBlank(message = "say what is wrong in a few words")
        @Size(max = Incident.MAX_TITLE, message = "send at most 120 characters")
        @Schema(examples = "Webhooks are late")
        String title,
    @NotNull(message = "send maintenance, degraded or outage") @Schema(examples = "degraded")
        Impact impact,
    @NotEmpty(message = "name at least one of api, workers, webhooks, sign_in, laboratory")
        @Schema(examples = "[\"webhooks\"]")
        Set<Part> parts,
    @NotBlank(message = "say what people need to know")
        @Size(max = Incident.MAX_MESSAGE, message = "send at most 2,000 characters")
        @Schema(
            description = "Everybody reads it: nothing of a tenant belongs in it",
            examples = "Deliveries wait for some minutes; none is lost.")
        String message) {}
