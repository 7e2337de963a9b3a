package io.ganglion.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ganglion.kernel.TenantId;
import io.ganglion.testing.Mails;
import io.ganglion.testing.OidcIssuer.User;
import io.ganglion.testing.SignedInPeople;
import io.ganglion.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Burst towards its cap. Hours are not sealed here: what is held now counts at once. */
@QuarkusTest
@Tag("it")
class BurstWatchTest {
  private static final Instant NOON = Instant.parse("2031-05-10T12:00:00Z");

  @Inject SetClock clock;
  @Inject Subscriptions subscriptions;
  @Inject BurstWatch watch;
  @Inject Invoices invoices;

  private final User owner = SignedInPeople.newcomer();
  private TenantId tenant = TenantId.NOBODY;

  @BeforeEach
  void burstUpToTenEuros() {
    tenant = TenantId.fromString(SignedInPeople.tenantOf(owner));
    clock.set(NOON);
    change("team", true, 1_000L);
  }

  @AfterEach
  void end() {
    clock.real();
  }

  private void change(@Nullable String plan, boolean burst, @Nullable Long cap) {
    subscriptions.change(
        tenant, new SubscriptionChange(plan, null, burst, cap, null), OptionalLong.empty());
  }

  /** Two above K, at 0.50 for an hour of each: a euro an hour. */
  private void look(Duration after) throws SQLException {
    clock.set(NOON.plus(after));
    watch.look(tenant);
  }

  private void holdTwoAbove() throws SQLException {
    new Held(tenant).hold(27, NOON, NOON.plus(Duration.ofDays(5)));
  }

  private List<String> events() throws SQLException {
    try (var connection = Stack.asTenant("ganglion_app", tenant);
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT data ->> 'percent' FROM outbox WHERE type = 'burst.alert' ORDER BY seq")) {
      var events = new ArrayList<String>();
      while (row.next()) {
        events.add(row.getString(1));
      }
      return events;
    }
  }

  @Test
  void owners_are_told_at_50_80_and_100_percent_and_then_admission_goes_by_k() throws Exception {
    holdTwoAbove();
    look(Duration.ofHours(4));
    assertThat(events()).isEmpty();
    assertThat(subscriptions.capacity(tenant)).isEqualTo(new Allotment(25, 10_000, 0, 0));
    look(Duration.ofHours(5));
    look(Duration.ofHours(6));
    assertThat(events()).containsExactly("50");
    look(Duration.ofHours(8));
    assertThat(subscriptions.capacity(tenant).ceiling()).isEqualTo(10_000);
    look(Duration.ofHours(10));
    assertThat(events()).containsExactly("50", "80", "100");
    assertThat(subscriptions.capacity(tenant).ceiling()).isEqualTo(25);
    assertThat(Mails.to(owner.email(), 3))
        .extracting(Mails.Mail::subject)
        .containsExactlyInAnyOrder(
            "Burst of Ann's has used 50 % of its cap",
            "Burst of Ann's has used 80 % of its cap", "Burst of Ann's has used 100 % of its cap");
  }

  @Test
  void a_higher_cap_and_a_new_month_let_burst_go_on() throws Exception {
    holdTwoAbove();
    look(Duration.ofHours(10));
    assertThat(subscriptions.capacity(tenant).ceiling()).isEqualTo(25);
    change(null, true, 4_000L);
    look(Duration.ofHours(11));
    assertThat(subscriptions.capacity(tenant).ceiling()).isEqualTo(10_000);
    assertThat(subscriptions.get(tenant).alert().percent()).isZero();
    look(Duration.ofHours(50));
    assertThat(subscriptions.capacity(tenant).ceiling()).isEqualTo(25);
    clock.set("2031-06-01T00:00:00Z");
    watch.look(tenant);
    assertThat(subscriptions.capacity(tenant).ceiling()).isEqualTo(10_000);
  }

  /** What burst costs by the upcoming invoice. */
  private long cost() {
    return invoices.upcoming(tenant).document().lines().stream()
        .filter(line -> line.kind().equals("burst") || line.kind().equals("cap"))
        .mapToLong(Document.Line::minor)
        .sum();
  }

  private void capIsRefused(long cap, String used) {
    assertThatThrownBy(() -> change(null, true, cap))
        .isInstanceOfSatisfying(
            BillingProblem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo("burst_cap_used");
              assertThat(problem.detail()).contains(used);
            });
  }

  @Test
  void a_cap_is_lowered_to_what_burst_has_cost_this_month_and_no_further() throws Exception {
    holdTwoAbove();
    clock.set(NOON.plus(Duration.ofHours(4)));
    capIsRefused(399, "4.00 EUR");
    assertThat(subscriptions.get(tenant).allowance().burstCapMinor()).isEqualTo(1_000);
    change(null, true, 400L);
    assertThat(cost()).isEqualTo(400);
    clock.set(NOON.plus(Duration.ofHours(5))); // what runs goes on, and is not paid above the cap
    assertThat(cost()).isEqualTo(400);
    capIsRefused(399, "4.00 EUR");
    clock.set("2031-06-01T00:00:00Z");
    change(null, true, 10L);
    assertThat(subscriptions.get(tenant).allowance().burstCapMinor()).isEqualTo(10);
  }

  @Test
  void burst_that_was_used_is_paid_though_it_is_turned_off_and_on_again() throws Exception {
    holdTwoAbove();
    clock.set(NOON.plus(Duration.ofHours(4)));
    change(null, false, null);
    clock.set(NOON.plus(Duration.ofHours(5)));
    assertThat(cost()).isEqualTo(400);
    capIsRefused(100, "4.00 EUR");
    change(null, true, 400L);
    assertThat(cost()).isEqualTo(400);
  }

  @Test
  void burst_that_is_turned_off_ends_at_once() {
    change(null, false, null);
    assertThat(subscriptions.capacity(tenant)).isEqualTo(new Allotment(25, 25, 0, 0));
    watch.look(tenant); // and nobody looks any more
    assertThat(subscriptions.capacity(tenant).ceiling()).isEqualTo(25);
  }
}
