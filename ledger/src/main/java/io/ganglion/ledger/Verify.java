package io.ganglion.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * {@code ganglion verify FILE}: recomputes an exported ledger without any server. Exit code 0 when
 * the chain is whole, 1 when it is broken, 2 when there is nothing to read.
 */
public final class Verify {
  private Verify() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments, new PrintStream(System.out, true, StandardCharsets.UTF_8)));
  }

  static int run(String[] arguments, PrintStream out) {
    if (arguments.length != 1) {
      out.println("usage: ganglion verify FILE   (JSON lines, from GET /api/v1/ledger)");
      return 2;
    }
    var chain = new Chain();
    var rows = new ArrayList<Row>();
    try (var lines = lines(Path.of(arguments[0]))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        rows.add(chain.next(line));
      }
    } catch (Chain.Broken broken) {
      out.printf("✗ the chain is broken: %s%n", broken.getMessage());
      return 1;
    } catch (IOException e) {
      out.printf("%s can't be read: %s%n", arguments[0], why(e));
      return 2;
    }
    if (rows.isEmpty()) {
      out.printf("%s has no rows%n", arguments[0]);
      return 2;
    }
    out.printf(Locale.ROOT, "✓ the chain is whole: %,d rows of %s%n", chain.size(), chain.tenant());
    out.printf("  root %s%n", chain.root());
    print(rows, out);
    return 0;
  }

  /** Bytes that are no UTF-8 are read as a sign that stands in no ledger: the chain finds them. */
  private static BufferedReader lines(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
  }

  private static String why(IOException e) {
    return e instanceof NoSuchFileException
        ? "there is no such file"
        : String.valueOf(e.getMessage());
  }

  private static void print(List<Row> rows, PrintStream out) {
    out.printf("%n%-8s %12s %12s %12s %14s%n", "", "recorded", "billable", "burst", "to pay");
    for (var month : months(rows)) {
      var statement = Statement.of(rows, month);
      out.printf(
          "%-8s %12s %12s %12s %14s%n",
          month,
          cuh(statement.recordedMs()),
          cuh(statement.billableMs()),
          cuh(statement.burstMs()),
          money(statement.totalMinor(), statement.currency()));
    }
    out.printf("%nCU-hours, rounded down to a hundredth; money before tax%n");
  }

  /** From the first row's to the last one's. */
  private static List<YearMonth> months(List<Row> rows) {
    var seen = new TreeSet<YearMonth>();
    rows.forEach(row -> seen.add(YearMonth.from(row.at().atOffset(ZoneOffset.UTC))));
    return Stream.iterate(
            seen.first(), month -> !month.isAfter(seen.last()), month -> month.plusMonths(1))
        .toList();
  }

  private static String cuh(long depthMs) {
    return BigDecimal.valueOf(depthMs / Statement.CENTI_CUH_MS, 2).toPlainString();
  }

  private static String money(long minor, String currency) {
    return currency.isEmpty()
        ? "-"
        : "%s %s"
            .formatted(
                BigDecimal.valueOf(
                        minor,
                        Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()))
                    .toPlainString(),
                currency);
  }
}
