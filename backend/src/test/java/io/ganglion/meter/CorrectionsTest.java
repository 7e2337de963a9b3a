package io.ganglion.meter;

import static io.ganglion.testing.MeteredTenant.NOON;
import static io.ganglion.testing.MeteredTenant.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ganglion.db.TenantTx;
import io.ganglion.ledger.Row;
import io.ganglion.ledger.Statement;
import io.ganglion.ledger.Terms;
import io.ganglion.testing.MeteredTenant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Capacity is one, and a CU-hour above it costs 1.00. */
@QuarkusTest
@Tag("it")
class CorrectionsTest {
  private static final YearMonth MARCH = YearMonth.of(2020, 3);
  private static final Instant START = Instant.parse("2020-03-01T00:00:00Z");

  @Inject TenantTx tx;
  @Inject HourSealing sealing;
  @Inject Corrections corrections;
  @Inject Ledgers ledgers;

  private MeteredTenant tenant;

  @AfterEach
  void end() throws SQLException {
    tenant.end();
  }

  @BeforeEach
  void newTenant() throws SQLException {
    tenant = new MeteredTenant();
    append(
        new Row.Plan(
            START, new Terms("team", "2020", Terms.Interval.MONTH, 3_100, "EUR", 100, null)));
    append(new Row.Capacity(START, 1, true, null));
  }

  private void append(Row row) {
    tx.run(tenant.id, connection -> ledgers.append(connection, tenant.id, row, row.at()));
  }

  private void sealed(Instant from, int hours) {
    for (int i = 0; i < hours; i++) {
      sealing.seal(tenant.id, from.plus(Duration.ofHours(i)), from.plus(Duration.ofHours(i + 1)));
    }
  }

  private List<Instant> check(Instant now) {
    return corrections
        .check(tenant.id, new Due.Span(now, now.minus(Duration.ofDays(3))), now)
        .orElseThrow();
  }

  private List<Row.Credit> credits() {
    return Exports.rows(ledgers, tenant.id).stream()
        .filter(Row.Credit.class::isInstance)
        .map(Row.Credit.class::cast)
        .toList();
  }

  private long toPay(YearMonth month) {
    return Statement.of(ledgers.rows(tenant.id, month), month).totalMinor();
  }

  @Test
  void what_a_dead_worker_s_hold_was_sealed_too_far_is_credited_once() throws SQLException {
    tenant.hold(tenant.run(), tenant.system("x"), NOON, minute(180));
    var died = tenant.hold(tenant.run(), tenant.system("x"), NOON, null);
    sealed(NOON, 3);
    assertThat(toPay(MARCH)).isEqualTo(3_100 + 300); // three hours of one above capacity
    var before = Exports.lines(ledgers, tenant.id);

    tenant.rescued(died, minute(30));
    assertThat(check(minute(240))).isEmpty();
    assertThat(credits()).containsExactly(new Row.Credit(minute(240), MARCH, -250, "EUR", "holds"));
    assertThat(toPay(MARCH)).isEqualTo(3_100 + 50);
    assertThat(Exports.lines(ledgers, tenant.id)).startsWith(before.toArray(String[]::new));

    check(minute(300));
    assertThat(credits()).hasSize(1);
  }

  @Test
  void what_is_found_later_counts_what_was_credited_before() throws SQLException {
    var system = tenant.system("x");
    tenant.hold(tenant.run(), system, NOON, minute(180));
    var one = tenant.hold(tenant.run(), system, NOON, null);
    var other = tenant.hold(tenant.run(), system, NOON, null);
    sealed(NOON, 3);
    tenant.rescued(one, minute(60));
    check(minute(240));
    tenant.rescued(other, minute(90));
    check(minute(300));
    assertThat(credits()).extracting(Row.Credit::amountMinor).containsExactly(-200L, -150L);
    assertThat(toPay(MARCH)).isEqualTo(3_100 + 250);
  }

  @Test
  void credits_for_other_reasons_do_not_count() throws SQLException {
    var system = tenant.system("x");
    tenant.hold(tenant.run(), system, NOON, minute(60));
    var died = tenant.hold(tenant.run(), system, NOON, null);
    sealed(NOON, 1);
    append(new Row.Credit(minute(70), MARCH, -1_000, "EUR", "for the trouble"));
    tenant.rescued(died, minute(30));
    check(minute(120));
    assertThat(credits()).extracting(Row.Credit::amountMinor).containsExactly(-1_000L, -50L);
  }

  @Test
  void time_of_a_failed_platform_that_is_known_late_is_credited() throws SQLException {
    var system = tenant.system("x");
    tenant.hold(tenant.run(), system, NOON, minute(60));
    var failing = tenant.hold(tenant.run(), system, NOON, minute(60));
    sealed(NOON, 1);
    tenant.upstreamFailed(failing, minute(0), minute(45));
    check(minute(120));
    assertThat(credits()).extracting(Row.Credit::amountMinor).containsExactly(-75L);
  }

  @Test
  void holds_of_a_sealed_hour_that_were_late_are_charged_by_the_difference() throws SQLException {
    var system = tenant.system("x");
    tenant.hold(tenant.run(), system, NOON, minute(60));
    sealed(NOON, 1);
    tenant.hold(tenant.run(), system, NOON, minute(30));
    check(minute(120));
    assertThat(credits()).extracting(Row.Credit::amountMinor).containsExactly(50L);
  }

  @Test
  void an_hour_that_was_not_sealed_at_all_is_named() throws SQLException {
    var system = tenant.system("x");
    tenant.hold(tenant.run(), system, minute(60), minute(70));
    sealed(minute(60), 1);
    tenant.hold(tenant.run(), system, minute(10), minute(20));
    assertThat(check(minute(120))).containsExactly(NOON);
    assertThat(credits()).isEmpty();
  }

  @Test
  void what_makes_no_difference_in_money_makes_no_row() throws SQLException {
    var died = tenant.hold(tenant.run(), tenant.system("x"), NOON, null);
    sealed(NOON, 1);
    long lines = ledgers.root(tenant.id).seq();
    tenant.rescued(died, minute(30));
    check(minute(120));
    assertThat(ledgers.root(tenant.id).seq()).isEqualTo(lines);
  }

  @Test
  void a_month_that_is_over_is_corrected_in_the_next_and_counted_to_its_end() throws SQLException {
    var last = Instant.parse("2020-03-31T22:00:00Z");
    var april = last.plus(Duration.ofHours(2));
    var system = tenant.system("x");
    tenant.hold(tenant.run(), system, last, april);
    var died = tenant.hold(tenant.run(), system, last, null);
    sealed(last, 1);
    tenant.rescued(died, last.plus(Duration.ofMinutes(10)).plusMillis(17_999)); // half a hundredth
    check(last.plus(Duration.ofMinutes(90)));
    assertThat(credits()).extracting(Row.Credit::amountMinor).containsExactly(-83L);
    tenant.hold(tenant.run(), system, last.plus(Duration.ofHours(1)), april.minusMillis(1));
    sealed(last.plus(Duration.ofHours(1)), 1); // the other half of it
    check(april.plus(Duration.ofHours(1)));
    assertThat(credits())
        .extracting(Row.Credit::month, Row.Credit::amountMinor)
        .containsExactly(tuple(MARCH, -83L), tuple(MARCH, 1L));
    assertThat(toPay(MARCH)).isEqualTo(3_100 + 199 - 83);
    assertThat(toPay(MARCH.plusMonths(1))).isEqualTo(3_100 + 1);
  }

  @Test
  void nobody_is_credited_without_a_plan() throws SQLException {
    var free = new MeteredTenant();
    var died = free.hold(free.run(), free.system("x"), NOON, null);
    sealing.seal(free.id, NOON, minute(61));
    free.rescued(died, minute(1)); // and is open no more
    var span = new Due.Span(minute(120), NOON);
    assertThat(corrections.check(free.id, span, minute(121))).isEqualTo(Optional.of(List.of()));
    assertThat(ledgers.root(free.id).seq()).isEqualTo(1);
  }
}
