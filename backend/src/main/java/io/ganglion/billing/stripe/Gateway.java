package io.ganglion.billing.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.billing.MeterEventCreateParams;
import com.stripe.param.billing.MeterEventSummaryListParams;
import com.stripe.param.checkout.SessionCreateParams;
import io.ganglion.billing.BillingProblem;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Asks Stripe. Each call that makes something has a key of its own, so that a repetition makes it
 * once; Stripe's library does not repeat by itself.
 */
@ApplicationScoped
class Gateway {
  private static final Logger LOG = Logger.getLogger(Gateway.class);

  /** In Stripe's metadata. */
  static final String TENANT = "tenant";

  private static final String KNOWN = "already exists with identifier";

  private final StripeConfig config;
  private final Optional<StripeClient> client;

  Gateway(StripeConfig config) {
    this.config = config;
    int timeout = Math.toIntExact(config.timeout().toMillis());
    this.client =
        config
            .secretKey()
            .map(
                key ->
                    StripeClient.builder()
                        .setApiKey(key)
                        .setApiBase(config.url().toString())
                        .setMaxNetworkRetries(0)
                        .setConnectTimeout(timeout)
                        .setReadTimeout(timeout)
                        .build());
  }

  boolean configured() {
    return client.isPresent();
  }

  /** What is asked; may fail as Stripe's calls do. */
  private interface Question<T> {
    T ask(StripeClient stripe) throws StripeException;
  }

  /**
   * @throws BillingProblem where Stripe is not configured, refuses or can't be reached
   */
  private <T> T ask(Question<T> question) {
    var stripe = client.orElseThrow(BillingProblem::noStripe);
    try {
      return question.ask(stripe);
    } catch (StripeException e) {
      LOG.warnf("Stripe: %s, request %s", e.getMessage(), e.getRequestId());
      throw BillingProblem.stripeFailed();
    }
  }

  /** A new customer; asked again within a day, the same one. */
  String customer(TenantId tenant, String name) {
    var wanted =
        CustomerCreateParams.builder().setName(name).putMetadata(TENANT, tenant.toString()).build();
    return ask(stripe -> stripe.v1().customers().create(wanted, key("customer-" + tenant)).getId());
  }

  /** Where the tenant enters how it pays; its months begin with ours. */
  String checkout(
      TenantId tenant, String customer, String back, Instant nextMonth, String request) {
    var data =
        SessionCreateParams.SubscriptionData.builder()
            .putMetadata(TENANT, tenant.toString())
            .setBillingCycleAnchor(nextMonth.getEpochSecond());
    config.taxRate().ifPresent(data::addDefaultTaxRate);
    var wanted =
        SessionCreateParams.builder()
            .setMode(SessionCreateParams.Mode.SUBSCRIPTION)
            .setCustomer(customer)
            .setClientReferenceId(tenant.toString())
            .putMetadata(TENANT, tenant.toString())
            .setSuccessUrl(back)
            .setCancelUrl(back)
            .setSubscriptionData(data.build())
            .addLineItem(
                SessionCreateParams.LineItem.builder()
                    .setPrice(config.price().orElseThrow(BillingProblem::noStripe))
                    .build())
            .build();
    return ask(
        stripe ->
            stripe.v1().checkout().sessions().create(wanted, key("checkout-" + request)).getUrl());
  }

  /** Where the tenant sees and changes how it pays. */
  String portal(String customer, String back) {
    var wanted =
        com.stripe.param.billingportal.SessionCreateParams.builder()
            .setCustomer(customer)
            .setReturnUrl(back)
            .build();
    return ask(stripe -> stripe.v1().billingPortal().sessions().create(wanted).getUrl());
  }

  /**
   * Tells the meter what an hour came to; again under the same identifier, it counts once.
   *
   * @param at within the hour
   */
  void meter(String identifier, String customer, long minor, Instant at) {
    var event =
        MeterEventCreateParams.builder()
            .setEventName(config.event())
            .setIdentifier(identifier)
            .setTimestamp(at.getEpochSecond())
            .putPayload("stripe_customer_id", customer)
            .putPayload("value", Long.toString(minor))
            .build();
    ask(
        stripe -> {
          try {
            return stripe.v1().billing().meterEvents().create(event, key(identifier));
          } catch (InvalidRequestException e) {
            if (String.valueOf(e.getMessage()).contains(KNOWN)) {
              return event; // an answer was lost, longer ago than keys are kept
            }
            throw e;
          }
        });
  }

  /** What the meter has of a customer's month, in minor units. */
  long metered(String customer, Instant from, Instant to) {
    var wanted =
        MeterEventSummaryListParams.builder()
            .setCustomer(customer)
            .setStartTime(from.getEpochSecond())
            .setEndTime(to.getEpochSecond())
            .build();
    var meter = config.meter().orElseThrow(BillingProblem::noStripe);
    return ask(
        stripe ->
            stripe.v1().billing().meters().eventSummaries().list(meter, wanted).getData().stream()
                .mapToLong(one -> one.getAggregatedValue().longValueExact())
                .sum());
  }

  private static RequestOptions key(String text) {
    return RequestOptions.builder().setIdempotencyKey(text).build();
  }
}
