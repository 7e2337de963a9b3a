package io.ganglion.meter;

import static io.ganglion.testing.MeteredTenant.NOON;
import static io.ganglion.testing.MeteredTenant.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.ganglion.db.DatabaseFailed;
import io.ganglion.db.TenantTx;
import io.ganglion.ledger.Row;
import io.ganglion.meter.HourSealing.Outcome;
import io.ganglion.meter.Usages.Group;
import io.ganglion.meter.Usages.Query;
import io.ganglion.meter.Usages.Step;
import io.ganglion.meter.Usages.Sum;
import io.ganglion.testing.MeteredTenant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("it")
class HourSealingTest {
  private static final Instant NEXT = NOON.plus(Duration.ofHours(1));

  @Inject HourSealing sealing;
  @Inject Ledgers ledgers;
  @Inject Usages usages;
  @Inject TenantTx tx;

  private MeteredTenant tenant;

  @AfterEach
  void end() throws SQLException {
    tenant.end();
  }

  @BeforeEach
  void newTenant() throws SQLException {
    tenant = new MeteredTenant();
  }

  private Outcome seal(Instant hour) {
    return sealing.seal(tenant.id, hour, hour.plus(Duration.ofHours(2)));
  }

  private List<Row.Hold> holds() {
    return Exports.holds(ledgers, tenant.id);
  }

  private List<Sum> sums(Set<Group> by) {
    var query = new Query(NOON, NOON.plus(Duration.ofDays(1)), Step.HOUR, by);
    return usages.sums(tenant.id, query, 100, Optional.empty()).data();
  }

  @Test
  void a_hold_is_cut_where_an_hour_ends() throws SQLException {
    var run = tenant.run();
    var system = tenant.system("x");
    tenant.hold(run, system, minute(30), minute(75));
    seal(NOON);
    seal(NEXT);
    assertThat(holds())
        .extracting(
            Row.Hold::run, Row.Hold::system, Row.Hold::opened, Row.Hold::closed, Row.Hold::reason)
        .containsExactly(
            tuple(run.toString(), system.toString(), minute(30), minute(60), "hour"),
            tuple(run.toString(), system.toString(), minute(60), minute(75), "end"));
    assertThat(sums(Set.of()))
        .extracting(Sum::start, Sum::recordedMs, Sum::billableMs)
        .containsExactly(tuple(NOON, 1_800_000L, 1_800_000L), tuple(NEXT, 900_000L, 900_000L));
  }

  @Test
  void an_open_hold_is_taken_to_the_hour_s_end() throws SQLException {
    tenant.hold(tenant.run(), tenant.system("x"), minute(30), null);
    assertThat(seal(NOON)).isEqualTo(Outcome.SEALED);
    assertThat(holds()).singleElement().returns(minute(60), Row.Hold::closed);
  }

  @Test
  void an_hour_without_holds_leaves_nothing() throws SQLException {
    tenant.hold(tenant.run(), tenant.system("x"), minute(30), minute(40));
    assertThat(seal(NEXT)).isEqualTo(Outcome.EMPTY);
    assertThat(holds()).isEmpty();
  }

  @Test
  void members_of_a_family_on_one_system_are_one_hold() throws SQLException {
    var agent = tenant.agent();
    var parents = tenant.workflow();
    var root = tenant.run(null, agent, parents);
    var child = tenant.run(root, agent, null);
    var system = tenant.system("x");
    tenant.hold(root, null, system, 1, minute(0), minute(20));
    tenant.hold(root, child, system, 1, minute(10), minute(30));
    tenant.hold(root, child, tenant.system("evm"), 2, minute(10), minute(30));
    tenant.hold(tenant.run(), system, minute(10), minute(30)); // no relation
    seal(NOON);
    assertThat(holds())
        .filteredOn(hold -> hold.run().equals(root.toString()))
        .extracting(
            Row.Hold::connector,
            Row.Hold::agent,
            Row.Hold::workflow,
            Row.Hold::weight,
            Row.Hold::opened)
        .containsExactlyInAnyOrder(
            tuple("x", agent.toString(), parents.toString(), 1, minute(0)),
            tuple("x", agent.toString(), null, 1, minute(20)),
            tuple("evm", agent.toString(), null, 2, minute(10)));
    assertThat(sums(Set.of(Group.AGENT, Group.CONNECTOR)))
        .extracting(Sum::agent, Sum::connector, Sum::recordedMs)
        .containsExactlyInAnyOrder(
            tuple(Optional.of(agent), Optional.of("x"), 1_800_000L),
            tuple(Optional.of(agent), Optional.of("evm"), 2_400_000L),
            tuple(Optional.empty(), Optional.of("x"), 1_200_000L));
  }

  @Test
  void what_is_zero_rated_is_recorded_and_not_billed() throws SQLException {
    var system = tenant.system("x");
    var failing = tenant.hold(tenant.run(), system, minute(0), minute(30));
    tenant.upstreamFailed(failing, minute(10), minute(15));
    tenant.upstreamFailed(failing, minute(20), minute(21));
    tenant.zeroRate(tenant.hold(tenant.run(), system, minute(0), minute(5)), "compensation");
    seal(NOON);
    assertThat(holds())
        .extracting(Row.Hold::opened, Row.Hold::closed, Row.Hold::reason, Row.Hold::zeroRate)
        .containsExactlyInAnyOrder(
            tuple(minute(0), minute(10), "zero", null),
            tuple(minute(10), minute(15), "zero", "upstream"),
            tuple(minute(15), minute(20), "zero", null),
            tuple(minute(20), minute(21), "zero", "upstream"),
            tuple(minute(21), minute(30), "end", null),
            tuple(minute(0), minute(5), "end", "compensation"));
    assertThat(sums(Set.of()))
        .singleElement()
        .returns(35 * 60_000L, Sum::recordedMs)
        .returns(24 * 60_000L, Sum::billableMs);
  }

  @Test
  void an_hour_is_sealed_once() throws SQLException {
    tenant.hold(tenant.run(), tenant.system("x"), minute(0), minute(5));
    seal(NOON);
    var root = ledgers.root(tenant.id);
    assertThat(seal(NOON)).isEqualTo(Outcome.SEALED);
    assertThat(ledgers.root(tenant.id)).isEqualTo(root);
    assertThat(holds()).hasSize(1);
  }

  @Test
  void sealers_at_the_same_time_seal_an_hour_once() throws Exception {
    for (int i = 0; i < 50; i++) {
      tenant.hold(tenant.run(), tenant.system("x"), minute(0), minute(90));
    }
    try (var sealers = Executors.newVirtualThreadPerTaskExecutor()) {
      var both = new ArrayList<Callable<Outcome>>();
      for (int i = 0; i < 8; i++) {
        var hour = i % 2 == 0 ? NOON : NEXT;
        both.add(() -> seal(hour));
      }
      for (var outcome : sealers.invokeAll(both)) {
        assertThat(outcome.get()).isNotEqualTo(Outcome.EMPTY);
      }
    }
    seal(NOON); // should all have been busy
    seal(NEXT);
    assertThat(holds()).hasSize(100);
    assertThat(sums(Set.of())).hasSize(2);
  }

  @Test
  void ten_thousand_holds_of_an_hour_are_sealed_together() throws SQLException {
    var run = tenant.run();
    var system = tenant.system("x");
    MeteredTenant.sql(
        """
        INSERT INTO hold (tenant_id, id, run_id, system_id, connector, weight, fence, opened_at, closed_at, close_reason)
        SELECT ?, gen_random_uuid(), gen_random_uuid(), ?, 'x', 1, 0, at, at + interval '10 s', 'idle'
        FROM generate_series(1, 9999) i, LATERAL (SELECT ?::timestamptz + i * interval '350 ms' AS at) t
        """,
        tenant.id.uuid(),
        system.uuid(),
        NOON.toString());
    tenant.hold(run, system, minute(0), minute(1));
    assertThat(seal(NOON)).isEqualTo(Outcome.SEALED);
    assertThat(holds()).hasSize(10_000);
    assertThat(sums(Set.of())).singleElement().returns(100_050_000L, Sum::recordedMs);
  }

  @Test
  void the_order_of_rows_is_the_holds_own() throws SQLException {
    for (int i = 0; i < 20; i++) {
      tenant.hold(tenant.run(), tenant.system("x"), minute(i % 7), minute(i % 7 + 5));
    }
    seal(NOON);
    assertThat(holds())
        .extracting(Row.Hold::run)
        .isSorted(); // identifiers are in the order in which runs came
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE ledger_row SET line = '{}'",
        "DELETE FROM ledger_row",
        "UPDATE sealed_hour SET source = 1",
        "DELETE FROM sealed_hour",
        "UPDATE usage_hour SET billable_ms = 0",
        "UPDATE ledger_day SET hash = ''",
        "UPDATE corrected_hour SET source = 1"
      })
  void the_application_can_t_change_what_is_sealed(String tampering) {
    assertThatThrownBy(
            () ->
                tx.run(
                    tenant.id,
                    connection -> {
                      try (var statement = connection.createStatement()) {
                        statement.execute(tampering);
                      }
                    }))
        .isInstanceOf(DatabaseFailed.class)
        .rootCause()
        .hasMessageContaining("permission denied");
  }
}
