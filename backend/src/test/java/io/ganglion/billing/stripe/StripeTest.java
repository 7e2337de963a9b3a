package io.ganglion.billing.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.ganglion.billing.BillingClock;
import io.ganglion.billing.Closing;
import io.ganglion.billing.Held;
import io.ganglion.billing.Invoice;
import io.ganglion.billing.Invoices;
import io.ganglion.billing.SetClock;
import io.ganglion.billing.SubscriptionChange;
import io.ganglion.billing.Subscriptions;
import io.ganglion.kernel.TenantId;
import io.ganglion.meter.HourSealing;
import io.ganglion.testing.Callers;
import io.ganglion.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Paid by Stripe, as a simulator of its wire format saw it. */
@QuarkusTest
@Tag("it")
@TestProfile(StripeTest.Configured.class)
class StripeTest {
  private static final YearMonth MONTH = YearMonth.of(2031, 4);
  private static final Instant START = BillingClock.start(MONTH);
  private static final Duration HOUR = Duration.ofHours(1);

  /** Stripe is configured. */
  public static class Configured implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "ganglion.stripe.url",
          "http://127.0.0.1:" + Stack.freePort(),
          "ganglion.stripe.secret-key",
          StripeSimulator.KEY,
          "ganglion.stripe.webhook-secret",
          StripeSimulator.SECRET,
          "ganglion.stripe.price",
          "price_1",
          "ganglion.stripe.meter",
          StripeSimulator.METER,
          "ganglion.stripe.timeout",
          "PT3S");
    }
  }

  @Inject SetClock clock;
  @Inject Subscriptions subscriptions;
  @Inject Closing closing;
  @Inject Invoices invoices;
  @Inject HourlyMeter meter;
  @Inject HourSealing sealing;

  @ConfigProperty(name = "ganglion.stripe.url")
  String url = "";

  private StripeSimulator stripe;
  private Callers.Owner owner;
  private TenantId tenant;
  private String customer;

  @BeforeEach
  void aTenantThatPaysByStripe() throws Exception {
    stripe = new StripeSimulator(java.net.URI.create(url).getPort());
    owner = Callers.owner();
    tenant = TenantId.fromString(owner.tenant());
    clock.set(START);
    subscriptions.change(
        tenant, new SubscriptionChange("scale", null, null, null, null), OptionalLong.empty());
    owner
        .request()
        .post("/api/v1/billing/checkout")
        .then()
        .statusCode(200)
        .body("url", containsString("https://checkout.example/"));
    pays("unset");
    customer = stripe.customers().keySet().stream().reduce((a, b) -> b).orElseThrow();
    assertThat(deliver("evt_checkout_" + tenant, "checkout.session.completed", session()))
        .isEqualTo(204);
    pays("stripe");
  }

  private void pays(String how) {
    owner.request().get("/api/v1/subscription").then().body("payment", equalTo(how));
  }

  @AfterEach
  void end() {
    clock.real();
    stripe.close();
  }

  private String session() {
    return "{\"id\":\"cs_1\",\"object\":\"checkout.session\",\"client_reference_id\":\"%s\",\"customer\":\"%s\",\"subscription\":\"sub_1\"}"
        .formatted(tenant, customer);
  }

  private String paid(long amount) {
    return "{\"id\":\"in_%s\",\"object\":\"invoice\",\"customer\":\"%s\",\"amount_paid\":%d,\"currency\":\"eur\",\"period_end\":%d,\"parent\":{\"subscription_details\":{\"metadata\":{\"tenant\":\"%s\"}}}}"
        .formatted(tenant, customer, amount, BillingClock.end(MONTH).getEpochSecond(), tenant);
  }

  private static String event(String id, String type, String object) {
    return "{\"id\":\"%s\",\"object\":\"event\",\"type\":\"%s\",\"data\":{\"object\":%s}}"
        .formatted(id, type, object);
  }

  private static String here() {
    return "http://127.0.0.1:" + RestAssured.port + "/in/stripe";
  }

  private static int deliver(String id, String type, String object) throws Exception {
    return StripeSimulator.send(
        here(), event(id, type, object), StripeSimulator.SECRET, Instant.now());
  }

  private void hour(Instant hour) {
    meter.run(HourlyMeter.subject(tenant, hour));
  }

  private Invoice close() {
    clock.set(BillingClock.end(MONTH).plus(Duration.ofHours(2)));
    return closing.close(tenant, MONTH).orElseThrow();
  }

  private Invoice.State state() {
    return invoices.of(tenant, MONTH).orElseThrow().state();
  }

  private long told() {
    return stripe.events(customer).stream().mapToLong(StripeSimulator.Event::value).sum();
  }

  @Test
  void a_tenant_is_one_customer_and_its_months_begin_with_ours() {
    var before = stripe.customers().size();
    owner.request().post("/api/v1/billing/checkout").then().statusCode(200);
    owner
        .request()
        .post("/api/v1/billing/portal")
        .then()
        .statusCode(200)
        .body("url", equalTo("https://portal.example/" + customer));
    assertThat(stripe.customers()).hasSize(before);
    assertThat(stripe.sessions().getLast())
        .containsEntry("mode", "subscription")
        .containsEntry("line_items[0][price]", "price_1")
        .containsEntry("subscription_data[metadata][tenant]", tenant.toString())
        .containsEntry(
            "subscription_data[billing_cycle_anchor]",
            Long.toString(BillingClock.end(MONTH).getEpochSecond()));
  }

  @Test
  void the_hours_of_a_month_come_to_what_the_ledger_says() throws Exception {
    subscriptions.change(
        tenant, new SubscriptionChange(null, null, true, 100_000L, null), OptionalLong.empty());
    var from = START.plus(Duration.ofHours(100));
    var held = new Held(tenant);
    held.hold(260, from, from.plus(Duration.ofHours(3))); // 10 above 250, 3 h at 0.40: 12.00
    held.seal(sealing, from, from.plus(Duration.ofHours(3)));
    for (var hour = START; hour.isBefore(BillingClock.end(MONTH)); hour = hour.plus(HOUR)) {
      hour(hour);
    }
    assertThat(stripe.events(customer)).hasSizeGreaterThan(700);
    assertThat(told()).isEqualTo(39_900 + 1_200);
    assertThat(close().document().netMinor()).isEqualTo(told());
  }

  @Test
  void an_hour_whose_answer_was_lost_counts_once() {
    stripe.loseAnswers(2); // the JDK's client tries a second time by itself
    assertThatThrownBy(() -> hour(START)).hasMessageContaining("Stripe");
    hour(START); // under the same key
    assertThat(stripe.events(customer)).hasSize(1);

    stripe.loseAnswers(2);
    var next = START.plus(HOUR);
    assertThatThrownBy(() -> hour(next)).hasMessageContaining("Stripe");
    stripe.forgetKeys(); // a day later
    hour(next);
    hour(next);
    assertThat(stripe.events(customer))
        .extracting(StripeSimulator.Event::identifier)
        .containsExactly(
            HourlyMeter.identifier(tenant, START), HourlyMeter.identifier(tenant, next));
  }

  @Test
  void an_hour_that_is_not_sealed_waits() throws Exception {
    new Held(tenant).hold(1, START.plusSeconds(60), START.plusSeconds(120));
    assertThatThrownBy(() -> hour(START)).hasMessageContaining("not sealed");
    assertThat(stripe.events(customer)).isEmpty();
  }

  @Test
  void what_stripe_was_paid_settles_the_invoice_once() throws Exception {
    var invoice = close();
    assertThat(deliver("evt_" + tenant, "invoice.paid", paid(invoice.dueMinor()))).isEqualTo(204);
    assertThat(deliver("evt_" + tenant, "invoice.paid", paid(invoice.dueMinor()))).isEqualTo(204);
    assertThat(state()).isEqualTo(Invoice.State.PAID);
    owner
        .request()
        .get("/api/v1/invoices/" + invoice.id())
        .then()
        .body("settled_by", equalTo("stripe"))
        .body("reference", equalTo("in_" + tenant));
    owner.request().get("/api/v1/audit?action=invoice.paid").then().body("data.size()", equalTo(1));
  }

  @Test
  void a_payment_that_came_before_the_invoice_is_found_later() throws Exception {
    clock.set(BillingClock.end(MONTH).plus(HOUR));
    assertThat(deliver("evt_" + tenant, "invoice.paid", paid(39_900))).isEqualTo(204);
    close();
    assertThat(state()).isEqualTo(Invoice.State.OPEN);
    hour(BillingClock.end(MONTH));
    assertThat(state()).isEqualTo(Invoice.State.PAID);
  }

  @Test
  void another_amount_settles_nothing_and_shows_as_a_difference() throws Exception {
    var invoice = close();
    deliver("evt_" + tenant, "invoice.paid", paid(invoice.dueMinor() - 1));
    assertThat(state()).isEqualTo(Invoice.State.OPEN);
    stripe.count(customer, 700, START.plusSeconds(5));
    Callers.as(Stack.OPERATOR_TOKEN)
        .post("/api/v1/operator/tenants/{t}/reconciliation?month=2031-04", owner.tenant())
        .then()
        .statusCode(200)
        .body("ledger_minor", equalTo(39_900))
        .body("sent_minor", equalTo(0))
        .body("metered_minor", equalTo(700))
        .body("paid_minor", equalTo(39_899))
        .body("differences", hasItem("sent to the meter 0, the meter has 700"))
        .body("differences", hasItem("our invoice asks for 39900, paid at Stripe 39899"));
  }

  @Test
  void books_that_agree_have_no_difference() throws Exception {
    hour(BillingClock.end(MONTH).minus(HOUR)); // all of the month in its last hour
    var invoice = close();
    deliver("evt_" + tenant, "invoice.paid", paid(invoice.dueMinor()));
    Callers.as(Stack.OPERATOR_TOKEN)
        .post("/api/v1/operator/tenants/{t}/reconciliation?month=2031-04", owner.tenant())
        .then()
        .statusCode(200)
        .body("differences", empty());
  }

  @Test
  void what_is_unsigned_wrongly_signed_or_old_is_refused() throws Exception {
    var invoice = close();
    var payload = event("evt_" + tenant, "invoice.paid", paid(invoice.dueMinor()));
    var now = Instant.now();
    var old = now.minus(Duration.ofMinutes(6));
    assertThat(StripeSimulator.send(here(), payload, null)).isEqualTo(400);
    assertThat(StripeSimulator.send(here(), payload, "nonsense")).isEqualTo(400);
    assertThat(StripeSimulator.send(here(), payload, "whsec_another", now)).isEqualTo(400);
    assertThat(StripeSimulator.send(here(), payload, StripeSimulator.SECRET, old)).isEqualTo(400);
    var signature = StripeSimulator.signature(payload, StripeSimulator.SECRET, now);
    assertThat(StripeSimulator.send(here(), payload.replace("in_", "in_x"), signature))
        .isEqualTo(400);
    assertThat(state()).isEqualTo(Invoice.State.OPEN);
  }

  @Test
  void a_webhook_that_names_another_tenant_s_customer_does_nothing() throws Exception {
    var invoice = close();
    var foreign = paid(invoice.dueMinor()).replace(customer, "cus_of_somebody_else");
    assertThat(deliver("evt_" + tenant, "invoice.paid", foreign)).isEqualTo(204);
    assertThat(state()).isEqualTo(Invoice.State.OPEN);
  }

  @Test
  void stripe_that_is_down_is_told_as_such() {
    stripe.close();
    owner
        .request()
        .post("/api/v1/billing/portal")
        .then()
        .statusCode(502)
        .body("code", equalTo("payment_provider_failed"));
  }
}
