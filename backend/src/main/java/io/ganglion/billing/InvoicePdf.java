package io.ganglion.billing;

import io.ganglion.ledger.Statement;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.openpdf.text.Element;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/**
 * An invoice or credit note on paper: A4, the whole of the document, whatever became of it since.
 */
public final class InvoicePdf {
  /** More rows of usage are in the CSV alone. */
  private static final int USAGE_ROWS = 80;

  private static final float MARGIN = 56;
  private static final float LEADING = 1.25f;
  private static final Color RULE = new Color(0xD5, 0xD9, 0xE0);
  private static final Color SHADE = new Color(0xF4, 0xF6, 0xF9);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  private final Invoice invoice;
  private final Document content;
  private final PdfFonts fonts = new PdfFonts();

  private InvoicePdf(Invoice invoice) {
    this.invoice = invoice;
    this.content = invoice.document();
  }

  public static byte[] of(Invoice invoice) {
    return new InvoicePdf(invoice).rendered();
  }

  private byte[] rendered() {
    var bytes = new ByteArrayOutputStream();
    var paper = new org.openpdf.text.Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN + 20);
    var writer = PdfWriter.getInstance(paper, bytes);
    writer.setPageEvent(new PdfFooter(content.issuer().name() + " · " + invoice.label(), fonts));
    paper.addTitle(title() + " " + invoice.label());
    paper.addAuthor(content.issuer().name());
    paper.open();
    paper.add(head());
    paper.add(parties());
    if (content.reason() != null) {
      paper.add(paragraph("Reason: " + content.reason(), 10, 10));
    }
    paper.add(lines());
    paper.add(totals());
    paper.add(foot());
    if (!content.usage().held().isEmpty()) {
      usage(paper);
    }
    paper.close();
    return bytes.toByteArray();
  }

  private String title() {
    return invoice.kind() == Invoice.Kind.INVOICE ? "Invoice" : "Credit note";
  }

  private PdfPTable head() {
    var table = table(1, 1);
    var own = new Paragraph(content.issuer().name(), fonts.bold(18));
    table.addCell(bare(own));
    var title = bare(new Paragraph(title(), fonts.plain(18)));
    title.setHorizontalAlignment(Element.ALIGN_RIGHT);
    table.addCell(title);
    table.addCell(bare(new Phrase(address(content.issuer()), fonts.soft(9))));
    var number = bare(new Phrase(invoice.label(), fonts.bold(11)));
    number.setHorizontalAlignment(Element.ALIGN_RIGHT);
    table.addCell(number);
    table.setSpacingAfter(28);
    return table;
  }

  private static String address(Document.Party party) {
    var tax = party.taxId() == null ? "" : "\nTax ID " + party.taxId();
    return (party.address() + tax).strip();
  }

  private PdfPTable parties() {
    var table = table(3, 2);
    var to = new PdfPTable(1);
    to.addCell(bare(new Phrase("Billed to", fonts.soft(9))));
    to.addCell(bare(new Phrase(content.customer().name(), fonts.bold(11))));
    to.addCell(bare(new Phrase(address(content.customer()), fonts.plain(10))));
    table.addCell(holding(to));
    var facts = table(2, 3);
    fact(facts, "For", MONTH.format(invoice.month()));
    fact(facts, "Issued", DAY.format(invoice.issuedAt()));
    if (invoice.dueMinor() > 0) {
      fact(facts, "Pay by", DAY.format(invoice.dueAt()));
    }
    table.addCell(holding(facts));
    table.setSpacingAfter(26);
    return table;
  }

  private void fact(PdfPTable facts, String name, String value) {
    facts.addCell(bare(new Phrase(name, fonts.soft(9))));
    var cell = bare(new Phrase(value, fonts.plain(10)));
    cell.setHorizontalAlignment(Element.ALIGN_RIGHT);
    facts.addCell(cell);
  }

  private PdfPTable lines() {
    var table = table(9, 8, 4, 4);
    table.setHeaderRows(1);
    headings(table, List.of("What", "From – to (UTC)", "Quantity", "Amount"), 2);
    for (var line : content.lines()) {
      table.addCell(cell(line.text(), Element.ALIGN_LEFT));
      table.addCell(cell(span(line.from(), line.to()), Element.ALIGN_LEFT));
      table.addCell(cell(quantity(line), Element.ALIGN_RIGHT));
      table.addCell(cell(money(line.minor()), Element.ALIGN_RIGHT));
    }
    table.setSpacingAfter(8);
    return table;
  }

  private String money(long minor) {
    return MoneyText.amount(minor, content.currency()).replace('-', '\u2212'); // a minus is wider
  }

  private static String span(Instant from, Instant to) {
    return TIME.format(from) + " –\n" + TIME.format(to);
  }

  private static String quantity(Document.Line line) {
    return switch (line.unit()) {
      case "second" -> String.format(Locale.ROOT, "%,d s", line.quantity());
      case "centi_cuh" -> InvoiceCsv.cuh(line.quantity() * Statement.CENTI_CUH_MS) + " CUh";
      default -> Long.toString(line.quantity());
    };
  }

  private PdfPTable totals() {
    var table = table(3, 2);
    table.setWidthPercentage(46);
    table.setHorizontalAlignment(Element.ALIGN_RIGHT);
    table.setKeepTogether(true);
    total(table, "Net", content.netMinor(), false);
    var tax = content.tax();
    var rate =
        tax.basisPoints() == 0
            ? "No tax"
            : String.format(
                Locale.ROOT, "%s %s %%", tax.name(), MoneyText.plain(tax.basisPoints(), "EUR"));
    total(table, rate, tax.amountMinor(), false);
    total(table, "Total " + content.currency(), invoice.totalMinor(), true);
    if (invoice.kind() == Invoice.Kind.INVOICE) {
      if (invoice.drawnMinor() != 0) {
        total(table, "From your balance", invoice.drawnMinor(), false);
      }
      total(table, "To pay " + content.currency(), invoice.dueMinor(), true);
    }
    table.setSpacingAfter(20);
    return table;
  }

  private void total(PdfPTable table, String name, long minor, boolean strong) {
    var font = strong ? fonts.bold(10) : fonts.plain(10);
    var left = new PdfPCell(new Phrase(name, font));
    var right = new PdfPCell(new Phrase(money(minor), font));
    right.setHorizontalAlignment(Element.ALIGN_RIGHT);
    for (var cell : List.of(left, right)) {
      cell.setBorder(strong ? Rectangle.TOP : Rectangle.NO_BORDER);
      cell.setBorderColor(RULE);
      cell.setPadding(4);
      cell.setPaddingBottom(strong ? 9 : 4);
      table.addCell(cell);
    }
  }

  private Paragraph foot() {
    var payment = Objects.requireNonNullElse(content.payment(), "");
    var text =
        invoice.kind() == Invoice.Kind.CREDIT_NOTE
            ? "It is settled by the invoice of the month in which it was issued, which has it as a line."
            : invoice.dueMinor() > 0
                ? "Please pay by " + DAY.format(invoice.dueAt()) + ". " + payment
                : "There is nothing to pay.";
    return paragraph(text, 10, 24);
  }

  private void usage(org.openpdf.text.Document paper) {
    var usage = content.usage();
    paper.add(new Paragraph("Held in " + MONTH.format(invoice.month()), fonts.bold(11)));
    paper.add(
        paragraph(
            "%s CUh in all, %s of them billable, %s above capacity (burst). A CU-hour is one system held for an hour; all are rounded down to a hundredth. Anybody can recompute this: export the ledger and run ganglion verify."
                .formatted(
                    InvoiceCsv.cuh(usage.recordedMs()),
                    InvoiceCsv.cuh(usage.billableMs()),
                    InvoiceCsv.cuh(usage.burstMs())),
            9,
            8));
    var table = table(9, 8, 4, 4);
    table.setHeaderRows(1);
    headings(table, List.of("Agent", "System", "Held, CUh", "Billable, CUh"), 2);
    usage.held().stream()
        .limit(USAGE_ROWS)
        .forEach(
            held -> {
              table.addCell(cell(agent(held), Element.ALIGN_LEFT));
              table.addCell(cell(held.label(), Element.ALIGN_LEFT));
              table.addCell(cell(InvoiceCsv.cuh(held.recordedMs()), Element.ALIGN_RIGHT));
              table.addCell(cell(InvoiceCsv.cuh(held.billableMs()), Element.ALIGN_RIGHT));
            });
    paper.add(table);
    int more = usage.held().size() - USAGE_ROWS;
    if (more > 0) {
      paper.add(paragraph("%,d more rows are in the CSV.".formatted(more), 9, 0));
    }
  }

  private static String agent(Document.Held held) {
    var name = held.agentName() == null ? held.agent() : held.agentName();
    return name == null ? "–" : name;
  }

  private void headings(PdfPTable table, List<String> names, int left) {
    for (int i = 0; i < names.size(); i++) {
      var cell = new PdfPCell(new Phrase(names.get(i), fonts.bold(9)));
      cell.setBorder(Rectangle.NO_BORDER);
      cell.setBackgroundColor(SHADE);
      cell.setPadding(5);
      cell.setHorizontalAlignment(i < left ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT);
      table.addCell(cell);
    }
  }

  private PdfPCell cell(String text, int align) {
    var cell = new PdfPCell(new Phrase(text, fonts.plain(9)));
    cell.setBorder(Rectangle.BOTTOM);
    cell.setBorderColor(RULE);
    cell.setPadding(5);
    cell.setLeading(0, LEADING);
    cell.setHorizontalAlignment(align);
    return cell;
  }

  private static PdfPCell bare(Phrase text) {
    var cell = new PdfPCell(text);
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setPadding(2);
    cell.setLeading(0, LEADING);
    return cell;
  }

  private static PdfPCell holding(PdfPTable inner) {
    var cell = new PdfPCell(inner);
    cell.setBorder(Rectangle.NO_BORDER);
    return cell;
  }

  private static PdfPTable table(float... widths) {
    var table = new PdfPTable(widths);
    table.setWidthPercentage(100);
    return table;
  }

  private Paragraph paragraph(String text, float size, float after) {
    var paragraph = new Paragraph(text, fonts.plain(size));
    paragraph.setSpacingAfter(after);
    return paragraph;
  }
}
