package io.ganglion.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.ledger.Charge;
import io.ganglion.ledger.Row;
import io.ganglion.ledger.Statement;
import io.ganglion.ledger.Terms;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The example and the prices of docs/billing.md, computed. */
class BillingDocumentTest {
  private static final YearMonth MONTH = YearMonth.of(2026, 9);
  private static final Instant START = BillingClock.start(MONTH);
  private static final Instant UPGRADE = Instant.parse("2026-09-16T12:00:00Z");
  private static final Pattern LINE =
      Pattern.compile(
          "^\\| (Plan|Burst)[^|]*\\| (\\S+) \\| (\\S+) \\| (\\S+) (s|CUh) \\| (\\S+) \\|$");

  private static List<String> document() throws IOException {
    return Files.readAllLines(Path.of("../docs/billing.md"));
  }

  private static PriceList prices() throws IOException {
    try (var in = Prices.class.getResourceAsStream("/prices.json")) {
      return Prices.parse(Objects.requireNonNull(in).readAllBytes()).getLast();
    }
  }

  private static Terms terms(String plan) throws IOException {
    var prices = prices();
    return prices
        .plan(plan)
        .flatMap(one -> one.offer(prices.version(), prices.currency(), Terms.Interval.MONTH, null))
        .orElseThrow()
        .terms();
  }

  private static Statement example() throws IOException {
    var rows = new ArrayList<Row>();
    rows.add(new Row.Plan(START, terms("team")));
    rows.add(new Row.Capacity(START, 25, true, 1_000L));
    var tenth = START.plus(Duration.ofDays(9).plusHours(10));
    for (int system = 0; system < 27; system++) {
      for (int hour = 0; hour < 3; hour++) {
        var from = tenth.plus(Duration.ofHours(hour));
        rows.add(
            new Row.Hold(
                "run_1",
                null,
                null,
                "x",
                "sys_" + system,
                1,
                from,
                from.plus(Duration.ofHours(1)),
                hour < 2 ? "hour" : "end",
                null,
                1));
      }
    }
    rows.add(new Row.Plan(UPGRADE, terms("scale")));
    rows.add(new Row.Capacity(UPGRADE, 250, true, 1_000L));
    return Statement.of(rows, MONTH);
  }

  private static long minor(String text) {
    return new BigDecimal(text.replaceAll("[,*]", "")).movePointRight(2).longValueExact();
  }

  @Test
  void its_example_is_what_the_ledger_says() throws IOException {
    var told = new ArrayList<Charge>();
    for (var line : document()) {
      var match = LINE.matcher(line);
      if (match.matches()) {
        boolean fee = match.group(5).equals("s");
        told.add(
            new Charge(
                fee ? Charge.Kind.FEE : Charge.Kind.BURST,
                line.contains("team") ? "team" : "scale",
                Instant.parse(match.group(2)),
                Instant.parse(match.group(3)),
                fee ? Long.parseLong(match.group(4)) : minor(match.group(4)),
                minor(match.group(6))));
      }
    }
    assertThat(told).hasSize(3).containsExactlyInAnyOrderElementsOf(example().charges());
    var text = String.join("\n", document());
    long net = example().totalMinor();
    long tax = Tax.on(net, "VAT", 1_900).amountMinor();
    assertThat(text)
        .contains("**%s**".formatted(MoneyText.amount(net, "EUR")))
        .contains("| VAT 19 %% | | | | %s |".formatted(MoneyText.amount(tax, "EUR")))
        .contains("**%s**".formatted(MoneyText.amount(net + tax, "EUR")));
  }

  @Test
  void its_prices_are_those_that_ship() throws IOException {
    for (var plan : prices().plans()) {
      var row =
          document().stream()
              .filter(line -> line.startsWith("| " + plan.title() + " |"))
              .findFirst()
              .orElseThrow();
      if (plan.monthMinor() != null && plan.monthMinor() > 0) {
        assertThat(row)
            .contains("| %d |".formatted(plan.k()))
            .contains(MoneyText.of(plan.monthMinor(), "EUR"))
            .contains(MoneyText.of(Objects.requireNonNull(plan.yearMinor()), "EUR"))
            .contains(MoneyText.of(Objects.requireNonNull(plan.burstMinor()), "EUR"));
      }
    }
  }
}
