package io.ganglion.meter;

import static io.ganglion.testing.MeteredTenant.NOON;
import static io.ganglion.testing.MeteredTenant.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Roles;
import io.ganglion.kernel.TenantId;
import io.ganglion.ledger.Row;
import io.ganglion.testing.MeteredTenant;
import io.ganglion.testing.Patience;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class SealerTest {
  private static final Duration POLL = Duration.ofMillis(50);

  @Inject TenantTx tx;
  @Inject HourSealing sealing;
  @Inject Corrections corrections;
  @Inject Ledgers ledgers;
  @Inject Roles roles;

  private MeteredTenant tenant;

  private record Small(
      Duration lag, Duration poll, int hours, int tenants, Duration longest, Duration watched)
      implements MeterConfig {}

  @AfterEach
  void end() throws SQLException {
    tenant.end();
  }

  @BeforeEach
  void newTenant() throws SQLException {
    tenant = new MeteredTenant();
  }

  /** One of several processes. */
  private Sealer sealer() {
    var minute = Duration.ofMinutes(1);
    return new Sealer(
        tx, sealing, corrections, new Small(minute, POLL, 5, 2, minute, Duration.ofDays(3)), roles);
  }

  /** Until nothing is left. */
  private static int all(Sealer sealer, Instant now) {
    int all = 0;
    for (int did = sealer.tick(now); did > 0; did = sealer.tick(now)) {
      all += did;
    }
    return all;
  }

  private List<Row.Hold> holds(TenantId of) {
    return Exports.holds(ledgers, of);
  }

  @Test
  void an_hour_is_sealed_once_it_is_over_and_the_lag_has_passed() throws SQLException {
    tenant.hold(tenant.run(), tenant.system("x"), minute(10), null);
    var sealer = sealer();
    all(sealer, minute(60).plusSeconds(59));
    assertThat(holds(tenant.id)).isEmpty();
    all(sealer, minute(61));
    assertThat(holds(tenant.id)).hasSize(1);
    all(sealer, minute(120));
    assertThat(holds(tenant.id)).hasSize(1);
    all(sealer, minute(121));
    assertThat(holds(tenant.id)).hasSize(2);
  }

  @Test
  void after_a_time_without_a_sealer_all_hours_are_sealed_a_few_at_a_turn() throws SQLException {
    var system = tenant.system("x");
    tenant.hold(tenant.run(), system, NOON, NOON.plus(Duration.ofHours(30)));
    tenant.hold(
        tenant.run(), system, NOON.plus(Duration.ofDays(20)), NOON.plus(Duration.ofDays(21)));
    var sealer = sealer();
    var now = NOON.plus(Duration.ofDays(40));
    sealer.tick(now);
    assertThat(holds(tenant.id)).hasSize(5);
    all(sealer, now);
    assertThat(holds(tenant.id)).hasSize(30 + 24);
    assertThat(holds(tenant.id)).isSortedAccordingTo(java.util.Comparator.comparing(Row.Hold::at));
    assertThat(sealer.tick(now)).isZero();
  }

  @Test
  void many_tenants_are_sealed_by_sealers_at_the_same_time() throws Exception {
    var tenants = new java.util.ArrayList<MeteredTenant>();
    for (int i = 0; i < 9; i++) {
      var one = new MeteredTenant();
      one.hold(one.run(), one.system("x"), minute(5), minute(200));
      tenants.add(one);
    }
    var now = NOON.plus(Duration.ofHours(5));
    try (var processes = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> process = () -> all(sealer(), now);
      for (var done : processes.invokeAll(List.of(process, process, process))) {
        done.get();
      }
    }
    all(sealer(), now); // what all found busy
    for (var one : tenants) {
      assertThat(holds(one.id)).hasSize(4);
    }
  }

  @Test
  void holds_that_were_late_are_sealed_behind_later_hours() throws SQLException {
    var system = tenant.system("x");
    tenant.hold(tenant.run(), system, minute(130), minute(140));
    var sealer = sealer();
    all(sealer, minute(200));
    tenant.hold(tenant.run(), system, minute(10), minute(20)); // its commit took hours
    all(sealer, minute(260));
    assertThat(holds(tenant.id))
        .extracting(Row.Hold::opened)
        .containsExactly(minute(130), minute(10));
  }

  @Test
  void tenants_that_are_about_to_be_erased_are_left_alone() throws SQLException {
    tenant.hold(tenant.run(), tenant.system("x"), minute(10), minute(20));
    MeteredTenant.sql(
        "UPDATE tenant SET deleted_at = now() - interval '2 s', purge_at = now() - interval '1 s' WHERE id = ?",
        tenant.id.uuid());
    all(sealer(), minute(200));
    assertThat(holds(tenant.id)).isEmpty();
  }

  @Test
  void it_goes_on_by_itself_until_it_is_stopped() throws Exception {
    tenant.hold(tenant.run(), tenant.system("x"), minute(50), minute(70));
    var sealer = sealer();
    sealer.begin();
    Patience.await().until(() -> ledgers.root(tenant.id).seq() == 2);
    sealer.end();
    assertThat(holds(tenant.id)).hasSize(2);
  }

  @Test
  void another_tenant_s_hours_are_its_own() throws SQLException {
    var other = new MeteredTenant();
    tenant.hold(tenant.run(), tenant.system("x"), minute(10), minute(20));
    all(sealer(), minute(200));
    assertThat(holds(tenant.id)).hasSize(1);
    assertThat(holds(other.id)).isEmpty();
  }
}
