package io.ganglion.billing.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import io.ganglion.billing.BillingClock;
import io.ganglion.billing.BillingProblem;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What Stripe tells us: believed if it is signed and young, and acted on once. */
@ApplicationScoped
public class Webhooks {
  private static final Logger LOG = Logger.getLogger(Webhooks.class);

  /** Where Stripe's objects name the tenant, by the kind of object and the version of its API. */
  private static final List<String> PLACES =
      List.of(
          "/metadata/tenant",
          "/client_reference_id",
          "/parent/subscription_details/metadata/tenant",
          "/subscription_details/metadata/tenant");

  private final TenantTx tx;
  private final HourlyMeter meter;
  private final Matching matching;
  private final Reconciliation reconciliation;
  private final BillingClock clock;
  private final StripeConfig config;

  Webhooks(
      TenantTx tx,
      HourlyMeter meter,
      Matching matching,
      Reconciliation reconciliation,
      BillingClock clock,
      StripeConfig config) {
    this.tx = tx;
    this.meter = meter;
    this.matching = matching;
    this.reconciliation = reconciliation;
    this.clock = clock;
    this.config = config;
  }

  /**
   * Takes a webhook; when this returns it is acted on, or of no concern to us.
   *
   * @throws BillingProblem if Stripe did not sign it, or too long ago
   */
  public void receive(byte[] payload, @Nullable String signature) {
    var event = verified(payload, signature);
    var object = event.at("/data/object");
    var tenant = tenant(object);
    if (tenant.isEmpty()) {
      LOG.infof("Stripe's %s is of none of our tenants", event.path("type").asText());
      return;
    }
    tx.run(tenant.get(), connection -> act(connection, tenant.get(), event, object));
  }

  private JsonNode verified(byte[] payload, @Nullable String signature) {
    var secret = config.webhookSecret().orElseThrow(BillingProblem::noStripe);
    var text = new String(payload, StandardCharsets.UTF_8);
    try {
      Webhook.Signature.verifyHeader(
          text,
          signature == null ? "" : signature,
          secret,
          config.tolerance().toSeconds(),
          Clock.fixed(Instant.now(), ZoneOffset.UTC));
      return Json.parse(payload);
    } catch (SignatureVerificationException | IOException e) {
      throw BillingProblem.unsigned();
    }
  }

  private static Optional<TenantId> tenant(JsonNode object) {
    return PLACES.stream()
        .map(place -> object.at(place).asText())
        .flatMap(text -> TenantId.read(text).stream())
        .findFirst();
  }

  private void act(Connection connection, TenantId tenant, JsonNode event, JsonNode object)
      throws SQLException {
    var account = StripeStore.account(connection, tenant);
    var customer = object.path("customer").asText();
    if (account.filter(known -> known.customer().equals(customer)).isEmpty()) {
      LOG.warnf("Stripe's %s names a customer that is not %s's", event.path("id"), tenant);
      return;
    }
    var type = event.path("type").asText();
    var now = clock.now();
    if (!StripeStore.take(connection, tenant, event.path("id").asText(), type, now)) {
      return; // it came before
    }
    switch (type) {
      case "checkout.session.completed" -> {
        var subscription = object.path("subscription").asText();
        StripeStore.subscribe(connection, tenant, subscription, "active");
        meter.ask(tenant, now);
        reconciliation.ask(tenant, BillingClock.month(now));
        tell(connection, tenant, "payment.set_up", Json.object());
      }
      case "customer.subscription.updated", "customer.subscription.deleted" ->
          StripeStore.subscribe(
              connection, tenant, object.path("id").asText(), object.path("status").asText());
      case "invoice.paid" -> paid(connection, tenant, object, now);
      case "invoice.payment_failed" ->
          tell(
              connection,
              tenant,
              "payment.failed",
              Json.object().put("amount_minor", object.path("amount_due").asLong()));
      default -> {} // Stripe sends whatever the endpoint was registered for
    }
  }

  private void paid(Connection connection, TenantId tenant, JsonNode object, Instant now)
      throws SQLException {
    // the period's end is the instant at which the next one begins
    var end = Instant.ofEpochSecond(object.path("period_end").asLong() - 1);
    var payment =
        new StripeStore.Payment(
            object.path("id").asText(),
            BillingClock.month(end),
            object.path("amount_paid").asLong(),
            object.path("currency").asText().toUpperCase(Locale.ROOT));
    StripeStore.add(connection, tenant, payment, now);
    matching.match(connection, tenant, payment.month());
  }

  private static void tell(Connection connection, TenantId tenant, String type, JsonNode data)
      throws SQLException {
    Outbox.tell(connection, tenant, type, data);
  }
}
