package io.ganglion.api.member;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a member is to be. */
@Schema(name = "RoleBody")
public record RoleBody(
    @Schema(
            required = true,
            enumeration = {"owner", "admin", "operator", "approver", "viewer"},
            examples = "operator")
        @Nullable String role) {}
