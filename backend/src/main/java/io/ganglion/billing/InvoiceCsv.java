package io.ganglion.billing;

import io.ganglion.ledger.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as a table for spreadsheets: RFC 4180, UTF-8, amounts with a decimal point. A row is a
 * {@code line}, the {@code tax}, the {@code total}, what is {@code due}, or {@code usage}.
 */
public final class InvoiceCsv {
  private static final List<String> HEAD =
      List.of(
          "row",
          "number",
          "kind",
          "text",
          "from",
          "to",
          "quantity",
          "unit",
          "amount",
          "currency",
          "agent",
          "agent_name",
          "connector",
          "system",
          "system_label",
          "recorded_cuh",
          "billable_cuh");

  private InvoiceCsv() {}

  public static String of(Invoice invoice) {
    var rows = new ArrayList<List<String>>();
    rows.add(HEAD);
    var document = invoice.document();
    for (var line : document.lines()) {
      rows.add(
          amount(
              "line",
              invoice,
              List.of(
                  line.kind(),
                  text(line.text()),
                  line.from().toString(),
                  line.to().toString(),
                  Long.toString(line.quantity()),
                  line.unit()),
              line.minor()));
    }
    var tax = document.tax();
    rows.add(amount("tax", invoice, named(tax.name()), tax.amountMinor()));
    rows.add(amount("total", invoice, named(""), invoice.totalMinor()));
    rows.add(amount("due", invoice, named(""), invoice.dueMinor()));
    document.usage().held().forEach(held -> rows.add(usage(invoice, held)));
    return rows.stream()
        .map(row -> row.stream().map(InvoiceCsv::quoted).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private static List<String> named(String text) {
    return List.of("", text(text), "", "", "", "");
  }

  private static List<String> amount(String row, Invoice invoice, List<String> middle, long minor) {
    var cells = new ArrayList<String>(List.of(row, invoice.label()));
    cells.addAll(middle);
    var currency = invoice.document().currency();
    cells.add(MoneyText.plain(minor, currency));
    cells.add(currency);
    cells.addAll(List.of("", "", "", "", "", "", ""));
    return cells;
  }

  private static List<String> usage(Invoice invoice, Document.Held held) {
    return List.of(
        "usage",
        invoice.label(),
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        text(held.agent()),
        text(held.agentName()),
        text(held.connector()),
        text(held.system()),
        text(held.label()),
        cuh(held.recordedMs()),
        cuh(held.billableMs()));
  }

  /** CU-hours, rounded down to a hundredth. */
  static String cuh(long depthMs) {
    long hundredths = depthMs / Statement.CENTI_CUH_MS;
    return "%d.%02d".formatted(hundredths / 100, hundredths % 100);
  }

  /** Other people's text: a spreadsheet must not take it for a formula. */
  private static String text(@Nullable String text) {
    var plain = Objects.requireNonNullElse(text, "");
    return !plain.isEmpty() && "=+-@\t\r".indexOf(plain.charAt(0)) >= 0 ? "'" + plain : plain;
  }

  private static String quoted(String cell) {
    return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }
}
