package io.ganglion.api.federation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An e-mail domain of the tenant's. */
@Schema(name = "DomainBody")
public record DomainBody(
    @NotNull(message = "send a domain name, e.g. example.com")
        @Size(max = 253, message = "send at most 253 characters")
        @Schema(examples = "example.com")
        String domain) {}
