package io.ganglion.api.billing;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.ganglion.billing.Customer;
import io.ganglion.billing.CustomerChange;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who invoices are made out to. In what is sent null takes a member away and is read as the empty
 * text; what is left out is read as null.
 */
@Schema(name = "BillingCustomer")
public record CustomerView(
    @JsonDeserialize(using = EditedText.class)
        @Size(max = 200, message = "send at most 200 characters")
        @Schema(description = "Null: the tenant's own name", examples = "Acme Research GmbH")
        @Nullable String name,
    @JsonDeserialize(using = EditedText.class)
        @Size(max = 1000, message = "send at most 1,000 characters")
        @Schema(
            description = "Lines parted by line feeds",
            examples = "1 Main Street\n10115 Berlin")
        @Nullable String address,
    @JsonDeserialize(using = EditedText.class)
        @Size(max = 50, message = "send at most 50 characters")
        @Schema(examples = "DE123456789")
        @Nullable String taxId,
    @JsonDeserialize(using = EditedText.class)
        @Email(message = "send an e-mail address")
        @Size(max = 254, message = "send at most 254 characters")
        @Schema(
            description = "Gets invoices, beside owners and admins",
            examples = "accounts@acme.example")
        @Nullable String email) {
  static CustomerView of(Customer customer) {
    return new CustomerView(
        customer.name(), customer.address(), customer.taxId(), customer.email());
  }

  CustomerChange toChange() {
    return new CustomerChange(name, address, taxId, email);
  }
}
