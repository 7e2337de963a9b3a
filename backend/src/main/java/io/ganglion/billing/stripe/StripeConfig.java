package io.ganglion.billing.stripe;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Stripe; without a secret key nothing is paid online. */
@ConfigMapping(prefix = "ganglion.stripe")
public interface StripeConfig {
  /** {@code sk_…}; a secret. */
  Optional<String> secretKey();

  /** {@code whsec_…}, of the endpoint {@code /in/stripe}; a secret. */
  Optional<String> webhookSecret();

  /** Stripe's own address, or another one for tests. */
  @WithDefault("https://api.stripe.com")
  URI url();

  /** {@code price_…}: metered, one minor unit for each of the meter's. */
  Optional<String> price();

  /** {@code mtr_…}: the meter that the price goes by, with the aggregation sum. */
  Optional<String> meter();

  /** The meter's event name. */
  @WithDefault("ganglion_charges")
  String event();

  /** {@code txr_…}: the tax rate that fits {@code ganglion.billing.tax}. */
  Optional<String> taxRate();

  /** How old a webhook may be. */
  @WithDefault("PT5M")
  Duration tolerance();

  /** How long to wait for a connection, and for an answer. */
  @WithDefault("PT20S")
  Duration timeout();

  /**
   * How long after its end an hour is sent. Stripe closes its own invoice an hour after the month,
   * so well below that.
   */
  @WithDefault("PT5M")
  Duration lag();

  /** How long after its month Stripe's books are compared with ours. */
  @WithDefault("P3D")
  Duration reconcileAfter();
}
