package io.ganglion.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ganglion.kernel.TenantId;
import io.ganglion.ledger.Chain;
import io.ganglion.ledger.Row;
import io.ganglion.ledger.Statement;
import io.ganglion.ledger.Terms;
import io.ganglion.meter.HourSealing;
import io.ganglion.meter.Ledgers;
import io.ganglion.testing.Callers;
import io.ganglion.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Months that end, far in the future, so that no errand of theirs is due by itself. */
@QuarkusTest
@Tag("it")
class ClosingTest {
  /** 30 days. */
  private static final YearMonth MONTH = YearMonth.of(2031, 4);

  private static final Instant START = Instant.parse("2031-04-01T00:00:00Z");

  @Inject SetClock clock;
  @Inject Subscriptions subscriptions;
  @Inject Closing closing;
  @Inject Invoices invoices;
  @Inject Settlements settlements;
  @Inject HourSealing sealing;
  @Inject Ledgers ledgers;

  private TenantId tenant = TenantId.NOBODY;

  @BeforeEach
  void begin() {
    tenant = TenantId.fromString(Callers.owner().tenant());
    clock.set(START);
  }

  @AfterEach
  void end() {
    clock.real();
  }

  private Subscription choose(String plan) {
    return subscriptions.change(
        tenant, new SubscriptionChange(plan, null, null, null, null), OptionalLong.empty());
  }

  private Invoice close(YearMonth month) {
    clock.set(BillingClock.end(month).plus(Duration.ofHours(2)));
    return closing.close(tenant, month).orElseThrow();
  }

  @Test
  void a_plan_changed_in_the_middle_is_prorated_by_the_second_and_the_ledger_says_the_same()
      throws Exception {
    choose("scale");
    clock.set(START.plus(Duration.ofDays(15)));
    choose("free");
    var held = new Held(tenant);
    held.hold(3, START.plus(Duration.ofHours(5)), START.plus(Duration.ofHours(7)));
    held.seal(sealing, START.plus(Duration.ofHours(5)), START.plus(Duration.ofHours(7)));

    var invoice = close(MONTH);

    assertThat(invoice.document().lines())
        .extracting(Document.Line::kind, Document.Line::quantity, Document.Line::minor)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("fee", 15 * 86_400L, 19_950L)); // half of 399.00
    assertThat(invoice.document().netMinor()).isEqualTo(exported(MONTH).totalMinor());
    assertThat(invoice.document().usage().recordedMs()).isEqualTo(3 * 2 * 3_600_000L);
    assertThat(invoice.document().usage().held())
        .hasSize(3)
        .allSatisfy(
            row -> {
              assertThat(row.label()).startsWith("x account");
              assertThat(row.billableMs()).isEqualTo(2 * 3_600_000L);
            });
  }

  /** As a customer computes it, from the lines of the export alone. */
  private Statement exported(YearMonth month) throws Exception {
    var chain = new Chain();
    var rows = new ArrayList<Row>();
    var lines = new ArrayList<String>();
    ledgers.each(tenant, 0, lines::add);
    for (var line : lines) {
      rows.add(chain.next(line));
    }
    return Statement.of(rows, month);
  }

  @Test
  void burst_is_charged_by_hundredths_of_a_cu_hour_up_to_its_cap() throws Exception {
    choose("team");
    subscriptions.change(
        tenant, new SubscriptionChange(null, null, true, 1_000L, null), OptionalLong.empty());
    var held = new Held(tenant);
    var noon = START.plus(Duration.ofDays(20));
    held.hold(27, noon, noon.plus(Duration.ofHours(3))); // 2 above 25, 3 h: 6 CUh at 0.50
    held.seal(sealing, noon, noon.plus(Duration.ofHours(3)));

    var invoice = close(MONTH);

    assertThat(invoice.document().lines())
        .filteredOn(line -> line.kind().equals("burst"))
        .extracting(Document.Line::quantity, Document.Line::minor)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(600L, 300L));
    assertThat(invoice.document().netMinor()).isEqualTo(exported(MONTH).totalMinor());
  }

  /** One above K. */
  private void holdOneAbove(Held held, Instant from, long millis) throws Exception {
    held.hold(26, from, from.plusMillis(millis));
    held.seal(sealing, from, from.plus(Duration.ofHours(1)));
  }

  @Test
  void burst_of_a_plan_that_a_tenant_came_back_to_is_rounded_once_as_the_ledger_says()
      throws Exception {
    choose("team");
    subscriptions.change(
        tenant, new SubscriptionChange(null, null, true, 1_000L, null), OptionalLong.empty());
    var held = new Held(tenant);
    holdOneAbove(held, START.plus(Duration.ofDays(1)), 210_600); // 5.85 hundredths of a CU-hour
    clock.set(START.plus(Duration.ofDays(10)));
    choose("scale");
    clock.set(START.plus(Duration.ofDays(20)));
    choose("team");
    holdOneAbove(held, START.plus(Duration.ofDays(21)), 1_092_960); // 30.36

    var invoice = close(MONTH);

    assertThat(invoice.document().lines())
        .filteredOn(line -> line.kind().equals("burst"))
        .containsExactly(
            new Document.Line(
                "burst",
                "Burst above capacity, plan team",
                START,
                BillingClock.end(MONTH),
                36,
                "centi_cuh",
                18));
    assertThat(invoice.document().netMinor()).isEqualTo(exported(MONTH).totalMinor());
  }

  @Test
  void a_month_that_is_not_over_or_not_sealed_is_not_closed() throws Exception {
    choose("scale");
    assertThatThrownBy(() -> closing.close(tenant, MONTH)).isInstanceOf(BillingProblem.class);
    new Held(tenant).hold(1, START.plusSeconds(60), START.plusSeconds(120));
    clock.set(BillingClock.end(MONTH));
    assertThatThrownBy(() -> closing.close(tenant, MONTH)).isInstanceOf(BillingProblem.class);
  }

  @Test
  void two_processes_that_close_at_once_issue_one_invoice() throws Exception {
    choose("scale");
    clock.set(BillingClock.end(MONTH).plus(Duration.ofHours(2)));
    var made = atOnce(4, () -> closing.close(tenant, MONTH).orElseThrow());
    assertThat(made).extracting(Invoice::id).containsOnly(made.getFirst().id());
    assertThat(invoices.list(tenant, 10, java.util.Optional.empty()).data()).hasSize(1);
  }

  @Test
  void numbers_have_no_gap_whoever_issues_and_whatever_fails() throws Exception {
    var tenants = new ArrayList<TenantId>();
    for (int i = 0; i < 8; i++) {
      begin();
      choose("scale");
      tenants.add(tenant);
    }
    clock.set(BillingClock.end(MONTH).plus(Duration.ofHours(2)));
    var broken = tenants.getFirst();
    try (var connection = Stack.asSuperuser();
        var statement = connection.createStatement()) {
      long before = last(connection);
      statement.execute(
          "ALTER TABLE invoice ADD CONSTRAINT broken CHECK (tenant_id <> '%s') NOT VALID"
              .formatted(broken.uuid()));
      var numbers = new ArrayList<Long>();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var results = new ArrayList<Future<Invoice>>();
        for (var one : tenants) {
          results.add(threads.submit(() -> closing.close(one, MONTH).orElseThrow()));
        }
        for (int i = 0; i < results.size(); i++) {
          var result = results.get(i);
          if (i == 0) {
            assertThatThrownBy(result::get).hasMessageContaining("broken");
          } else {
            numbers.add(result.get().number());
          }
        }
      } finally {
        statement.execute("ALTER TABLE invoice DROP CONSTRAINT broken");
      }
      numbers.add(closing.close(broken, MONTH).orElseThrow().number());
      assertThat(numbers.stream().sorted().toList())
          .isEqualTo(
              java.util.stream.LongStream.rangeClosed(before + 1, before + 8).boxed().toList());
    }
  }

  private static long last(java.sql.Connection connection) throws java.sql.SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT coalesce(max(last), 0) FROM invoice_series")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
    var barrier = new CyclicBarrier(times);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = new ArrayList<Future<T>>();
      for (int i = 0; i < times; i++) {
        results.add(
            threads.submit(
                () -> {
                  barrier.await();
                  return work.call();
                }));
      }
      var all = new ArrayList<T>();
      for (var result : results) {
        all.add(result.get());
      }
      return all;
    }
  }

  @Test
  void a_year_that_is_left_early_comes_back_and_is_drawn_by_the_next_invoices() {
    subscriptions.change(
        tenant,
        new SubscriptionChange("scale", Terms.Interval.YEAR, null, null, null),
        OptionalLong.empty());
    var first = close(MONTH);
    assertThat(first.totalMinor()).isEqualTo(399_000);
    assertThat(first.state()).isEqualTo(Invoice.State.OPEN);

    var june = YearMonth.of(2031, 6);
    clock.set(BillingClock.start(june));
    choose("free"); // 61 of 366 days were used
    var back = close(june);
    assertThat(back.totalMinor()).isEqualTo(-332_500);
    assertThat(back.dueMinor()).isZero();
    assertThat(back.state()).isEqualTo(Invoice.State.PAID);
    assertThat(subscriptions.get(tenant).balanceMinor()).isEqualTo(-332_500);

    clock.set(BillingClock.start(YearMonth.of(2031, 7)).plusMillis(1));
    choose("scale");
    var drawn = close(YearMonth.of(2031, 7));
    assertThat(drawn.totalMinor()).isEqualTo(39_900);
    assertThat(drawn.drawnMinor()).isEqualTo(-39_900);
    assertThat(drawn.dueMinor()).isZero();
    assertThat(subscriptions.get(tenant).balanceMinor()).isEqualTo(-332_500 + 39_900);
  }

  @Test
  void a_credit_note_has_a_number_of_its_own_and_is_a_line_of_the_next_invoice() {
    choose("scale");
    var invoice = close(MONTH);
    var note =
        settlements.credit(
            tenant, invoice.id(), io.ganglion.kernel.InvoiceId.next(), 1_500, "An outage");
    assertThat(note.number()).isEqualTo(invoice.number() + 1);
    assertThat(note.totalMinor()).isEqualTo(-1_500);
    assertThat(note.about()).contains(invoice.id());
    var next = close(MONTH.plusMonths(1));
    assertThat(next.document().lines())
        .extracting(Document.Line::kind, Document.Line::minor)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("fee", 39_900L),
            org.assertj.core.groups.Tuple.tuple("credit", -1_500L));
    assertThatThrownBy(
            () ->
                settlements.credit(
                    tenant, invoice.id(), io.ganglion.kernel.InvoiceId.next(), 38_401, "More"))
        .isInstanceOf(BillingProblem.class);
  }

  @Test
  void what_is_void_gives_back_what_it_drew() {
    choose("scale");
    var invoice = close(MONTH);
    var gone = settlements.voided(tenant, invoice.id(), "a mistake");
    assertThat(gone.state()).isEqualTo(Invoice.State.VOID);
    assertThatThrownBy(() -> settlements.paid(tenant, invoice.id(), "hand", "late"))
        .isInstanceOf(BillingProblem.class);
  }

  @Test
  void a_trial_costs_nothing_and_a_tenant_has_one() {
    var trial = choose("team");
    assertThat(trial.terms().trialEnds()).isEqualTo(START.plus(Duration.ofDays(14)).plusMillis(0));
    var invoice = close(MONTH);
    assertThat(invoice.totalMinor()).isEqualTo(Math.round(4_900 * 16 / 30.0));
    choose("free");
    assertThat(choose("team").terms().trialEnds()).isNull();
  }

  @Test
  void a_trial_goes_on_for_who_leaves_and_comes_back_in_its_days() {
    var ends = choose("team").terms().trialEnds();
    for (var other : List.of("free", "scale")) {
      clock.set(clock.now().plus(Duration.ofDays(1)));
      choose(other);
      clock.set(clock.now().plus(Duration.ofDays(1)));
      var team = new SubscriptionChange("team", null, null, null, null);
      assertThat(invoices.preview(tenant, team).after().terms().trialEnds()).isEqualTo(ends);
      assertThat(choose("team").terms().trialEnds()).isEqualTo(ends);
    }
    var invoice = close(MONTH);
    assertThat(invoice.document().lines())
        .extracting(Document.Line::text, Document.Line::minor)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Plan scale", 1_330L), // a day of 30
            org.assertj.core.groups.Tuple.tuple("Plan team", 2_613L)); // 16 days of 30
  }
}
