package io.ganglion.ledger;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * {@code ganglion verify FILE}: recomputes an exported ledger without any server. Exit code 0 when the
 * chain is whole, 1 when it is broken, 2 when there is nothing to read.
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
    try (var lines = Files.lines(Path.of(arguments[0]))) {
      for (var line : (Iterable<String>) lines::iterator) {
        if (!line.isBlank()) {
          rows.add(chain.next(line));
        }
      }
    } catch (Chain.Broken broken) {
      out.printf("✗ the chain is broken: %s%n", broken.getMessage());
      return 1;
    } catch (IOException | java.io.UncheckedIOException e) {
      out.printf("%s can't be read: %s%n", arguments[0], e.getMessage());
      return 2;
    }
    out.printf("✓ the chain is whole: %,d rows of %s%n", chain.size(), chain.tenant());
    out.printf("  root %s%n", chain.root());
    print(rows, out);
    return 0;
  }

  private static void print(List<Row> rows, PrintStream out) {
    var months = months(rows);
    if (months.isEmpty()) {
      return;
    }
    out.printf(
        "%n%-8s %14s %14s %12s %14s%n", "month", "recorded", "billable", "burst", "to pay");
    for (var month : months) {
      var statement = Statement.of(rows, month);
      out.printf(
          "%-8s %10s CUh %10s CUh %8s CUh %10s %s%n",
          month,
          cuh(statement.recordedMs()),
          cuh(statement.billableMs()),
          cuh(statement.burstMs()),
          money(statement.totalMinor()),
          statement.currency());
    }
    out.printf("%nbefore tax; CUh rounded down to a hundredth%n");
  }

  /** From the first row's to the last one's. */
  private static List<YearMonth> months(List<Row> rows) {
    var seen = new TreeSet<YearMonth>();
    rows.forEach(row -> seen.add(YearMonth.from(row.at().atOffset(ZoneOffset.UTC))));
    var months = new ArrayList<YearMonth>();
    for (var month = seen.isEmpty() ? null : seen.first();
        month != null && !month.isAfter(seen.last());
        month = month.plusMonths(1)) {
      months.add(month);
    }
    return months;
  }

  private static String cuh(long depthMs) {
    long hundredths = depthMs / Statement.CENTI_CUH_MS;
    return "%d.%02d".formatted(hundredths / 100, hundredths % 100);
  }

  private static String money(long minor) {
    return "%s%d.%02d".formatted(minor < 0 ? "-" : "", Math.abs(minor) / 100, Math.abs(minor) % 100);
  }
}
