package io.ganglion.api.billing;

import io.ganglion.billing.Document;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who issues an invoice, or whom it is made out to. */
@Schema(name = "InvoiceParty")
public record PartyView(
    @Schema(examples = "Acme Research GmbH") String name,
    @Schema(examples = "1 Main Street\n10115 Berlin") String address,
    @Schema(examples = "DE123456789") @Nullable String taxId) {
  static PartyView of(Document.Party party) {
    return new PartyView(party.name(), party.address(), party.taxId());
  }
}
