package io.ganglion.api.billing;

import io.ganglion.billing.Customer;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who invoices are made out to. */
@Schema(name = "BillingCustomer")
public record CustomerView(
    @Size(max = 200, message = "send at most 200 characters")
        @Schema(description = "Null: the tenant's own name", examples = "Acme Research GmbH")
        @Nullable String name,
    @Size(max = 1000, message = "send at most 1,000 characters")
        @Schema(
            description = "Lines parted by line feeds",
            examples = "1 Main Street\n10115 Berlin")
        @Nullable String address,
    @Size(max = 50, message = "send at most 50 characters") @Schema(examples = "DE123456789")
        @Nullable String taxId,
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

  Customer toCustomer() {
    return new Customer(name, address, taxId, email);
  }
}
