package io.ganglion.api.identity;

import io.ganglion.kernel.TenantId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who calls. */
@Schema(name = "Me")
public record MeView(
    @Schema(implementation = String.class, examples = "ten_01h2xcejqtf2nbrexx3vqjhp41")
        TenantId tenant,
    @Schema(description = "The tenant's name", examples = "Acme Research") String tenantName,
    @Schema(
            description = "Who acts: the API key's identifier",
            examples = "key_01h2xcejqtf2nbrexx3vqjhp41")
        String actor,
    @Schema(examples = "[\"runs:read\",\"runs:write\"]") List<String> scopes) {}
