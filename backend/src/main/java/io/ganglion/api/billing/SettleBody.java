package io.ganglion.api.billing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an invoice was settled. */
@Schema(name = "SettleBody")
public record SettleBody(
    @NotBlank(message = "say how it was paid, or why it is void")
        @Size(max = 200, message = "send at most 200 characters")
        @Schema(
            description = "Of the payment, or why it is void",
            examples = "bank transfer of 3 December")
        String reference) {}
