package io.ganglion.api.auth;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether people can sign in. */
@Schema(name = "SignIn")
public record SignInView(
    @Schema(
            description = "off: no identity provider is configured",
            enumeration = {"ready", "starting", "unavailable", "off"},
            examples = "ready")
        String state,
    @Schema(description = "For people", examples = "Sign in, or create an account.")
        String detail) {}
