package io.ganglion.billing;

import io.ganglion.kernel.InvoiceId;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Invoices for tests of how they look. */
final class Samples {
  static final YearMonth MONTH = YearMonth.of(2026, 11);
  private static final Instant START = BillingClock.start(MONTH);
  private static final Instant END = BillingClock.end(MONTH);
  private static final Instant MIDDLE = START.plus(Duration.ofDays(15));

  private Samples() {}

  /** With so many rows of usage. */
  static Invoice invoice(int usage) {
    var lines =
        List.of(
            new Document.Line("fee", "Plan team", START, MIDDLE, 15 * 86_400L, "second", 2_450),
            new Document.Line("fee", "Plan scale", MIDDLE, END, 15 * 86_400L, "second", 19_950),
            new Document.Line(
                "burst",
                "Burst above capacity, plan team",
                START,
                MIDDLE,
                12_345,
                "centi_cuh",
                6_173),
            new Document.Line(
                "cap", "Burst above the agreed cap, not charged", START, END, 1, "piece", -1_173),
            new Document.Line(
                "credit",
                "Correction of 2026-10",
                START.minus(Duration.ofDays(31)),
                START,
                1,
                "piece",
                -1_500));
    return made(Invoice.Kind.INVOICE, document(lines, usage, null), -400);
  }

  static Invoice creditNote() {
    var line =
        new Document.Line(
            "credit", "Correction of invoice GAN-000041", START, END, 1, "piece", -1_500);
    return made(
        Invoice.Kind.CREDIT_NOTE,
        document(List.of(line), 0, "The platform was down on 3 November"),
        0);
  }

  private static Invoice made(Invoice.Kind kind, Document document, long drawn) {
    boolean invoice = kind == Invoice.Kind.INVOICE;
    return new Invoice(
        new InvoiceId(UUID.fromString("01890000-0000-7000-8000-000000000001")),
        kind,
        42,
        "GAN-000042",
        MONTH,
        invoice ? Optional.empty() : Optional.of(InvoiceId.next()),
        invoice ? Invoice.State.OPEN : Invoice.State.PAID,
        document,
        drawn,
        invoice ? document.totalMinor() + drawn : 0,
        END.plus(Duration.ofHours(2)),
        END.plus(Duration.ofDays(14)),
        Optional.empty(),
        1);
  }

  private static Document document(List<Document.Line> lines, int usage, @Nullable String reason) {
    long net = lines.stream().mapToLong(Document.Line::minor).sum();
    var held = new ArrayList<Document.Held>();
    for (int i = 0; i < usage; i++) {
      held.add(
          new Document.Held(
              "agt_01h2xcejqtf2nbrexx3vqjhp41",
              i % 3 == 0 ? "campaigner" : i % 3 == 1 ? "Händler Łódź" : null,
              "x",
              "sys_01h2xcejqtf2nbrexx3vqjhp41",
              "x @acme_research_%d".formatted(i),
              (usage - i) * 4_000_000L,
              (usage - i) * 3_600_000L));
    }
    return new Document(
        new Document.Party(
            "Ganglion Operations GmbH", "Lindenstraße 7\n10969 Berlin\nGermany", "DE999999999"),
        new Document.Party(
            "Acme Research s.r.o.", "Dlouhá 12\n110 00 Praha 1\nČeská republika", "CZ12345678"),
        "EUR",
        lines,
        net,
        Tax.on(net, "VAT", 1_900),
        new Document.Usage(400_000_000, 360_000_000, 12_345 * 36_000L, held),
        reason,
        "IBAN DE02 1203 0000 0000 2020 51, BIC BYLADEM1001. Please give the number of the invoice.");
  }
}
