package io.ganglion.api.federation;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether people of the tenant's domains can sign in by its provider alone. */
@Schema(name = "EnforcedBody")
public record EnforcedBody(
    @NotNull(message = "send true or false") @Schema(examples = "true") Boolean enforced) {}
