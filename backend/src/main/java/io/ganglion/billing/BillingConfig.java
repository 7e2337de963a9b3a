package io.ganglion.billing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Who bills, how, and how patiently. */
@ConfigMapping(prefix = "ganglion.billing")
public interface BillingConfig {
  /** A file with the operator's own price lists, instead of those that are built in. */
  Optional<String> prices();

  Issuer issuer();

  Tax tax();

  /**
   * How long after its month an invoice is made at the earliest, so that what was held to the last
   * is sealed.
   */
  @WithDefault("PT2H")
  Duration closeAfter();

  /** How long a tenant has to pay. */
  @WithDefault("P14D")
  Duration payWithin();

  /** How long after that it is suspended. */
  @WithDefault("P14D")
  Duration suspendAfter();

  /** How often what burst costs is compared with its cap. */
  @WithDefault("PT5M")
  Duration watch();

  /** The weight that nobody passes at one instant, whatever they would pay for it. */
  @WithDefault("10000")
  int burstCeiling();

  /** Rows of usage in an invoice: the largest; the rest is one row. */
  @WithDefault("1000")
  int usageRows();

  /** Whose invoices they are. */
  interface Issuer {
    /** Names the series of numbers; one for each company that bills. */
    @WithDefault("default")
    String series();

    /** Before each number. */
    @WithDefault("GAN-")
    String prefix();

    @WithDefault("Ganglion")
    String name();

    /** Lines are parted by {@code |}. */
    Optional<String> address();

    Optional<String> taxId();

    /** How to pay, at the foot of an invoice: a bank account, for instance. */
    Optional<String> payment();
  }

  /** A fixed rate, or none. */
  interface Tax {
    /** As invoices call it. */
    @WithDefault("VAT")
    String name();

    /** Hundredths of a percent: 1900 are 19 %. */
    @WithDefault("0")
    int basisPoints();
  }
}
