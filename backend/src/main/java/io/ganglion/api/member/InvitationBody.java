package io.ganglion.api.member;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who is asked to join, and as what. */
@Schema(name = "InvitationBody")
public record InvitationBody(
    @NotNull(message = "send an e-mail address")
        @Size(max = 254, message = "send at most 254 characters")
        @Pattern(
            regexp = "[^\\s@\\x00-\\x1f\\x7f<>\"(),:;\\[\\]\\\\]{1,64}@[A-Za-z0-9.-]{1,253}",
            message = "send an e-mail address")
        @Schema(examples = "bob@example.com")
        String email,
    @Schema(
            required = true,
            enumeration = {"owner", "admin", "operator", "approver", "viewer"},
            examples = "viewer")
        @Nullable String role) {}
