package io.ganglion.api.billing;

import io.ganglion.billing.Tax;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Tax on an invoice. */
@Schema(name = "InvoiceTax")
public record TaxView(
    @Schema(examples = "VAT") String name,
    @Schema(description = "Hundredths of a percent; 0: no tax", examples = "1900") int basisPoints,
    @Schema(description = "Minor units", examples = "931") long amountMinor) {
  static TaxView of(Tax tax) {
    return new TaxView(tax.name(), tax.basisPoints(), tax.amountMinor());
  }
}
