package io.ganglion.api.operator;

import io.ganglion.tenant.Tenants;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a tenant is suspended. */
@Schema(name = "SuspendBody")
public record SuspendBody(
    @NotBlank(message = "say why, for the tenant's members")
        @Size(max = Tenants.MAX_REASON, message = "send at most 500 characters")
        @Schema(
            description = "For its members, who find it in their audit log",
            examples = "Spam from this account; write to abuse@example.com")
        String reason) {}
