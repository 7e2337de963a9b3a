package io.ganglion.meter;

import static io.ganglion.testing.MeteredTenant.NOON;
import static io.ganglion.testing.MeteredTenant.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ganglion.db.TenantTx;
import io.ganglion.ledger.Chain;
import io.ganglion.ledger.Line;
import io.ganglion.ledger.Row;
import io.ganglion.ledger.Terms;
import io.ganglion.ledger.Verify;
import io.ganglion.testing.MeteredTenant;
import io.ganglion.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@Tag("it")
class LedgersTest {
  private static final YearMonth MARCH = YearMonth.of(2020, 3);
  private static final Row.Plan PLAN =
      new Row.Plan(
          Instant.parse("2020-02-10T00:00:00Z"),
          new Terms("team", "2020", Terms.Interval.MONTH, 4_900, "EUR", 50, null));
  private static final Row.Capacity CAPACITY = new Row.Capacity(NOON, 20, true, 10_000L);

  @Inject TenantTx tx;
  @Inject HourSealing sealing;
  @Inject Ledgers ledgers;

  private MeteredTenant tenant;

  @BeforeEach
  void newTenant() throws SQLException {
    tenant = new MeteredTenant();
  }

  private void append(Row row, Instant now) {
    tx.run(tenant.id, connection -> ledgers.append(connection, tenant.id, row, now));
  }

  private void sealed() throws SQLException {
    tenant.hold(tenant.run(), tenant.system("x"), minute(10), minute(20));
    sealing.seal(tenant.id, NOON, minute(61));
  }

  @Test
  void rows_of_all_kinds_are_one_chain() throws SQLException {
    append(PLAN, NOON);
    sealed();
    append(CAPACITY, minute(62));
    append(new Row.Credit(minute(63), MARCH, -1, "EUR", "sorry"), minute(63));
    assertThat(Exports.rows(ledgers, tenant.id))
        .extracting(row -> row.getClass().getSimpleName())
        .containsExactly("Plan", "Hold", "Capacity", "Credit");
  }

  @Test
  void what_is_appended_in_a_transaction_that_fails_was_never_there() {
    assertThatThrownBy(
            () ->
                tx.run(
                    tenant.id,
                    connection -> {
                      ledgers.append(connection, tenant.id, PLAN, NOON);
                      throw new IllegalStateException("the plan was not changed");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(ledgers.root(tenant.id)).isEqualTo(new Ledgers.Root(0, Line.GENESIS));
  }

  @Test
  void holds_are_not_appended_one_by_one() throws SQLException {
    sealed();
    var hold = Exports.rows(ledgers, tenant.id).getFirst();
    assertThatThrownBy(() -> append(hold, NOON)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_month_s_rows_are_its_holds_and_all_else_before_its_end() throws SQLException {
    append(PLAN, NOON);
    append(CAPACITY, NOON);
    var april = new Row.Capacity(Instant.parse("2020-04-01T00:00:00Z"), 1, false, null);
    append(april, NOON);
    sealed();
    assertThat(ledgers.rows(tenant.id, MARCH)).hasSize(3).contains(PLAN, CAPACITY);
    assertThat(ledgers.rows(tenant.id, MARCH.plusMonths(1))).containsExactly(PLAN, CAPACITY, april);
    assertThat(ledgers.rows(tenant.id, MARCH.minusMonths(1))).containsExactly(PLAN);
  }

  @Test
  void each_day_on_which_the_chain_grew_has_a_root_when_it_is_over() {
    var tomorrow = NOON.plus(Duration.ofDays(1));
    append(PLAN, NOON);
    append(CAPACITY, NOON);
    var root = ledgers.root(tenant.id);
    assertThat(ledgers.days(tenant.id, 10, Optional.empty()).data()).isEmpty();
    append(CAPACITY, tomorrow);
    append(CAPACITY, NOON); // a clock that is behind
    append(CAPACITY, tomorrow.plus(Duration.ofDays(5)));
    var days = ledgers.days(tenant.id, 10, Optional.empty()).data();
    assertThat(days)
        .extracting(Ledgers.Day::day)
        .containsExactly(LocalDate.of(2020, 3, 11), LocalDate.of(2020, 3, 10));
    assertThat(days.getLast().root()).isEqualTo(root);
    assertThat(days.getFirst().root().seq()).isEqualTo(4);
    var page = ledgers.days(tenant.id, 1, Optional.empty());
    assertThat(page.next()).contains("2020-03-11");
  }

  @Test
  void an_export_can_be_verified_by_the_command_and_shows_what_was_altered(@TempDir Path folder)
      throws Exception {
    append(PLAN, NOON);
    sealed();
    var file = folder.resolve("ledger.jsonl");
    Files.write(file, Exports.lines(ledgers, tenant.id));
    var whole = verify(file);
    assertThat(whole.code).as(whole.text).isZero();
    assertThat(whole.text)
        .contains("✓ the chain is whole: 2 rows of " + tenant.id)
        .contains("root " + ledgers.root(tenant.id).hash())
        .containsPattern("2020-03 +0.16 +0.16 +0.00 +49.00 EUR");

    Files.writeString(
        file, Files.readString(file).replace("\"fee_minor\":4900", "\"fee_minor\":490"));
    var altered = verify(file);
    assertThat(altered.code).isEqualTo(1);
    assertThat(altered.text).contains("✗ the chain is broken: line 1: its 'hash' does not fit");
    assertThat(verify(folder.resolve("none")).code).isEqualTo(2);
  }

  private record Ended(int code, String text) {}

  /** As the launcher does once it has built it. */
  private static Ended verify(Path file) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Verify.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), text);
  }

  @Test
  void what_the_database_s_owner_alters_breaks_the_chain() throws Exception {
    sealed();
    try (var database = Stack.asSuperuser();
        var statement =
            database.prepareStatement(
                "UPDATE ledger_row SET line = replace(line::text, '\"weight\":1', '\"weight\":2')::json WHERE tenant_id = ?")) {
      statement.setObject(1, tenant.id.uuid());
      assertThat(statement.executeUpdate()).isOne();
    }
    var line = Exports.lines(ledgers, tenant.id).getFirst();
    assertThatThrownBy(() -> new Chain().next(line)).isInstanceOf(Chain.Broken.class);
  }

  @Test
  void another_tenant_sees_nothing() throws Exception {
    append(PLAN, NOON);
    sealed();
    var other = new MeteredTenant();
    assertThat(Exports.lines(ledgers, other.id)).isEmpty();
    assertThat(ledgers.rows(other.id, MARCH)).isEmpty();
    assertThat(ledgers.root(other.id)).isEqualTo(new Ledgers.Root(0, Line.GENESIS));
    for (var table :
        List.of(
            "ledger_row",
            "ledger_head",
            "ledger_day",
            "sealed_hour",
            "corrected_hour",
            "usage_hour")) {
      try (var connection = Stack.asTenant("ganglion_app", other.id);
          var statement = connection.createStatement();
          var row = statement.executeQuery("SELECT count(*) FROM " + table)) {
        row.next();
        assertThat(row.getLong(1)).as(table).isZero();
      }
    }
  }
}
