package io.ganglion.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** How invoices look; the PDFs stay in target/invoices for whoever wants to see them. */
class InvoicePaperTest {
  private static final Path SAMPLES = Path.of("target/invoices");

  private static String text(Invoice invoice, String name) throws IOException {
    var bytes = InvoicePdf.of(invoice);
    Files.createDirectories(SAMPLES);
    Files.write(SAMPLES.resolve(name), bytes);
    try (var reader = new PdfReader(bytes)) {
      var text = new StringBuilder();
      for (int page = 1; page <= reader.getNumberOfPages(); page++) {
        text.append(new PdfTextExtractor(reader).getTextFromPage(page)).append('\n');
      }
      return text.toString().replaceAll("\\s+", " ");
    }
  }

  @Test
  void an_invoice_says_who_what_and_how_much() throws IOException {
    assertThat(text(Samples.invoice(2), "invoice.pdf"))
        .contains("GAN-000042", "Ganglion Operations GmbH", "Acme Research s.r.o.", "Praha 1")
        .contains("November 2026", "Plan scale", "1,296,000 s", "123.45 CUh", "\u221211.73")
        .contains("VAT 19.00 %", "Page 1 of1");
  }

  @Test
  void letters_of_many_languages_are_there() throws IOException {
    assertThat(text(Samples.invoice(3), "letters.pdf"))
        .contains("Lindenstraße", "Česká", "Händler Łódź");
  }

  @Test
  void long_usage_goes_on_over_pages_with_its_headings() throws IOException {
    var text = text(Samples.invoice(200), "long.pdf");
    assertThat(text).contains("Page 3 of4", "120 more rows are in the CSV");
    assertThat(text.split("Billable, CUh", -1).length).isGreaterThan(2);
  }

  @Test
  void a_credit_note_says_why_and_how_it_is_settled() throws IOException {
    assertThat(text(Samples.creditNote(), "credit-note.pdf"))
        .contains("Credit note", "The platform was down on 3 November", "\u221217.85");
  }

  @Test
  void a_csv_has_lines_tax_total_and_usage() {
    var csv = InvoiceCsv.of(Samples.invoice(2)).split("\r\n");
    assertThat(csv[0]).startsWith("row,number,kind,text,from,to");
    assertThat(csv[1])
        .isEqualTo(
            "line,GAN-000042,fee,Plan team,2026-11-01T00:00:00Z,2026-11-16T00:00:00Z,1296000,second,24.50,EUR,,,,,,,");
    assertThat(csv)
        .anyMatch(row -> row.startsWith("total,GAN-000042,") && row.contains("308.21"))
        .anyMatch(row -> row.startsWith("usage,GAN-000042,") && row.endsWith(",2.22,2.00"))
        .allSatisfy(row -> assertThat(row.replaceAll("\"[^\"]*\"", "").split(",", -1)).hasSize(17));
  }

  @Test
  void a_csv_is_no_formula() {
    var held = new Document.Held(null, "=1+1", "x", "sys_1", "+cmd|' /C calc'!A0", 0, 0);
    var invoice = Samples.invoice(0);
    var document = invoice.document();
    var evil =
        new Document(
            document.issuer(),
            document.customer(),
            document.currency(),
            document.lines(),
            document.netMinor(),
            document.tax(),
            new Document.Usage(0, 0, 0, java.util.List.of(held)),
            null,
            null);
    var csv =
        InvoiceCsv.of(
            new Invoice(
                invoice.id(),
                invoice.kind(),
                1,
                "G-1",
                invoice.month(),
                invoice.about(),
                invoice.state(),
                evil,
                0,
                0,
                invoice.issuedAt(),
                invoice.dueAt(),
                invoice.settlement(),
                1));
    assertThat(csv).contains(",'=1+1,x,sys_1,'+cmd|' /C calc'!A0,");
  }

  @Test
  void a_document_comes_back_as_it_was_stored() {
    var document = Samples.invoice(3).document();
    assertThat(Document.read(document.stored())).isEqualTo(document);
  }
}
