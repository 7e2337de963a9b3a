package io.ganglion.api.billing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A correction of an invoice, in the tenant's favour. */
@Schema(name = "CreditBody")
public record CreditBody(
    @Min(value = 1, message = "send more than 0")
        @Max(value = 100_000_000_000L, message = "send less")
        @Schema(
            description = "Before tax, in minor units of the invoice's currency",
            examples = "1500")
        long amountMinor,
    @NotBlank(message = "say why")
        @Size(max = 200, message = "send at most 200 characters")
        @Schema(
            description = "As the tenant reads it",
            examples = "The platform was down on 3 November")
        String reason) {}
