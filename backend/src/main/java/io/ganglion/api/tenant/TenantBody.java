package io.ganglion.api.tenant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a tenant is to be called.
 *
 * @param name for people, 1 to 100 characters; not unique
 */
@Schema(name = "TenantBody")
public record TenantBody(
    @NotBlank(message = "give it a name")
        @Size(max = 100, message = "send at most 100 characters")
        @Schema(examples = "Acme Research")
        String name) {}
