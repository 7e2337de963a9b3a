package io.ganglion.api.billing;

import io.ganglion.billing.Invoice;
import io.ganglion.kernel.InvoiceId;
import io.ganglion.kernel.Money;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An invoice or credit note in a list. */
@Schema(name = "InvoiceSummary")
public record InvoiceSummaryView(
    @Schema(implementation = String.class, examples = "inv_01h2xcejqtf2nbrexx3vqjhp41")
        InvoiceId id,
    @Schema(
            enumeration = {"invoice", "credit_note"},
            examples = "invoice")
        String kind,
    @Schema(examples = "GAN-000042") String number,
    @Schema(
            enumeration = {"open", "paid", "void", "overdue"},
            examples = "open")
        String state,
    @Schema(description = "What it is for, UTC", examples = "2026-11") String month,
    @Schema(description = "With tax") Money total,
    @Schema(description = "What there was to pay when it was issued") Money due,
    Instant issuedAt,
    Instant dueAt) {
  static InvoiceSummaryView of(Invoice invoice) {
    var currency = invoice.document().currency();
    return new InvoiceSummaryView(
        invoice.id(),
        invoice.kind().text(),
        invoice.label(),
        invoice.state().text(),
        invoice.month().toString(),
        new Money(invoice.totalMinor(), currency),
        new Money(invoice.dueMinor(), currency),
        invoice.issuedAt(),
        invoice.dueAt());
  }
}
