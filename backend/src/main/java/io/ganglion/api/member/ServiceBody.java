package io.ganglion.api.member;

import io.ganglion.identity.Person;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A program that signs in at the identity provider by client credentials.
 *
 * @param kind {@code service}: people are invited instead
 * @param issuer the {@code iss} of its tokens
 * @param subject their {@code sub}
 */
@Schema(name = "ServiceBody")
public record ServiceBody(
    @NotNull(message = "send service; people are invited (POST /api/v1/invitations)")
        @Pattern(
            regexp = "service",
            message = "send service; people are invited (POST /api/v1/invitations)")
        @Schema(examples = "service")
        String kind,
    @NotBlank(message = "send the iss of its tokens")
        @Size(max = 500, message = "send at most 500 characters")
        @Schema(examples = "https://id.example.com/realms/ganglion")
        String issuer,
    @NotBlank(message = "send the sub of its tokens")
        @Size(max = 255, message = "send at most 255 characters")
        @Schema(examples = "5f0c1f3e-1f0b-4d7a-9d61-0d6f6f1f8e4a")
        String subject,
    @NotBlank(message = "give it a name")
        @Size(max = 100, message = "send at most 100 characters")
        @Schema(examples = "continuous integration")
        String name,
    @Schema(
            required = true,
            enumeration = {"admin", "operator", "approver", "viewer"},
            examples = "operator")
        @Nullable String role) {
  Person toAccount() {
    return new Person(issuer, subject, Optional.empty(), false, Optional.of(name));
  }
}
