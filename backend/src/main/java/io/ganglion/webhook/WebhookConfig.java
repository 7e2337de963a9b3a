package io.ganglion.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of outgoing webhooks. */
@ConfigMapping(prefix = "ganglion.webhook")
public interface WebhookConfig {
  /** Endpoints a tenant may have. */
  @WithDefault("1000")
  int endpoints();

  /** How often a process looks for events and for what is due, where nobody wakes it. */
  @WithDefault("200ms")
  Duration poll();

  /** Tenants whose events one transaction turns into messages. */
  @WithDefault("64")
  int tenants();

  /** Events of each of them that it takes. */
  @WithDefault("200")
  int events();

  /** Tries under way at one instant, in this process. */
  @WithDefault("256")
  int tries();

  /** Of these, for one tenant. */
  @WithDefault("160")
  int triesPerTenant();

  /**
   * Tries under way at one instant for one endpoint, in all processes. It begins with one and
   * doubles with each success; a failure makes it one again.
   */
  @WithDefault("16")
  int triesPerEndpoint();

  /** How long a request may take from its first byte to the last of its answer. */
  @WithDefault("15s")
  Duration timeout();

  /**
   * When a try whose process says nothing is another's: longer than setting up a connection and
   * {@link #timeout} take together.
   */
  @WithDefault("1m")
  Duration lease();

  /** Failures in a row after which an endpoint rests. */
  @WithDefault("5")
  int failures();

  /** How long its first rest is; it doubles with each further failure. */
  @WithDefault("10s")
  Duration firstRest();

  /** How long a rest is at most; then one message is tried. */
  @WithDefault("5m")
  Duration longestRest();

  /** How far off a Retry-After may put the next try. */
  @WithDefault("24h")
  Duration longestRetryAfter();

  /** How long nothing but failures may come of an endpoint before it is disabled. */
  @WithDefault("P5D")
  Duration givenUpAfter();

  /** Messages that may wait for one endpoint; what comes above is logged as failed. */
  @WithDefault("100000")
  long waiting();

  /** Messages that one request replays. */
  @WithDefault("10000")
  int replayed();

  /** How long messages and the log of their tries are kept. */
  @WithDefault("P30D")
  Duration kept();

  /** Rows of a kind that one transaction takes away. */
  @WithDefault("5000")
  int sweep();
}
