package io.ganglion.api.billing;

import io.ganglion.billing.Document;
import io.ganglion.billing.Invoice;
import io.ganglion.billing.Invoices;
import io.ganglion.kernel.InvoiceId;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An invoice, a credit note, or what the next invoice comes to so far. */
@Schema(name = "Invoice")
public record InvoiceView(
    @Schema(
            implementation = String.class,
            description = "Null in a draft",
            examples = "inv_01h2xcejqtf2nbrexx3vqjhp41")
        @Nullable InvoiceId id,
    @Schema(
            enumeration = {"invoice", "credit_note"},
            examples = "invoice")
        String kind,
    @Schema(
            description = "Consecutive for each issuer, without a gap; null in a draft",
            examples = "GAN-000042")
        @Nullable String number,
    @Schema(
            enumeration = {"draft", "open", "paid", "void", "overdue"},
            examples = "open")
        String state,
    @Schema(description = "What it is for, UTC", examples = "2026-11") String month,
    @Schema(
            implementation = String.class,
            description = "The invoice that a credit note corrects",
            examples = "inv_01h2xcejqtf2nbrexx3vqjhp40")
        @Nullable InvoiceId about,
    @Schema(description = "Why a credit note was issued") @Nullable String reason,
    PartyView issuer,
    PartyView customer,
    @Schema(description = "Of all amounts", examples = "EUR") String currency,
    List<LineView> lines,
    @Schema(description = "The sum of the lines, minor units", examples = "4900") long netMinor,
    TaxView tax,
    @Schema(description = "Minor units, with tax", examples = "5831") long totalMinor,
    @Schema(description = "Of your balance, not above zero", examples = "0") long drawnMinor,
    @Schema(description = "What is to be paid, minor units", examples = "5831") long dueMinor,
    @Schema(description = "Depth-milliseconds of all holds", examples = "7200000") long recordedMs,
    @Schema(description = "Of these, what nothing zero-rates", examples = "7200000")
        long billableMs,
    @Schema(description = "Of those, what was above capacity", examples = "0") long burstMs,
    @Schema(description = "By agent and system, the most first") List<HeldView> usage,
    @Schema(
            description = "How to pay where it is not done online",
            examples = "IBAN DE02 1203 0000 0000 2020 51")
        @Nullable String payment,
    @Nullable Instant issuedAt,
    @Nullable Instant dueAt,
    @Schema(description = "When it was paid or voided") @Nullable Instant settledAt,
    @Schema(
            description = "hand, stripe, or nothing where there was nothing to pay",
            examples = "hand")
        @Nullable String settledBy,
    @Schema(description = "Of the payment, or why it is void") @Nullable String reference) {
  static InvoiceView of(Invoice invoice) {
    var how = invoice.settlement();
    return of(
        invoice.document(),
        new Standing(
            invoice.id(),
            invoice.kind().text(),
            invoice.label(),
            invoice.state().text(),
            invoice.month().toString(),
            invoice.about().orElse(null),
            invoice.drawnMinor(),
            invoice.dueMinor(),
            invoice.issuedAt(),
            invoice.dueAt(),
            how.map(Invoice.Settlement::at).orElse(null),
            how.map(Invoice.Settlement::by).orElse(null),
            how.map(Invoice.Settlement::reference).orElse(null)));
  }

  static InvoiceView of(Invoices.Upcoming draft) {
    return of(
        draft.document(),
        new Standing(
            null,
            "invoice",
            null,
            "draft",
            draft.month().toString(),
            null,
            draft.drawnMinor(),
            draft.dueMinor(),
            null,
            null,
            null,
            null,
            null));
  }

  /** What is not in the document. */
  private record Standing(
      @Nullable InvoiceId id,
      String kind,
      @Nullable String number,
      String state,
      String month,
      @Nullable InvoiceId about,
      long drawnMinor,
      long dueMinor,
      @Nullable Instant issuedAt,
      @Nullable Instant dueAt,
      @Nullable Instant settledAt,
      @Nullable String settledBy,
      @Nullable String reference) {}

  private static InvoiceView of(Document document, Standing standing) {
    return new InvoiceView(
        standing.id,
        standing.kind,
        standing.number,
        standing.state,
        standing.month,
        standing.about,
        document.reason(),
        PartyView.of(document.issuer()),
        PartyView.of(document.customer()),
        document.currency(),
        document.lines().stream().map(LineView::of).toList(),
        document.netMinor(),
        TaxView.of(document.tax()),
        document.totalMinor(),
        standing.drawnMinor,
        standing.dueMinor,
        document.usage().recordedMs(),
        document.usage().billableMs(),
        document.usage().burstMs(),
        document.usage().held().stream().map(HeldView::of).toList(),
        document.payment(),
        standing.issuedAt,
        standing.dueAt,
        standing.settledAt,
        standing.settledBy,
        standing.reference);
  }
}
