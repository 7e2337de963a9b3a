package io.ganglion.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of what people are told. */
@ConfigMapping(prefix = "ganglion.notification")
public interface NotificationConfig {
  /** How often a process looks for events and for what is due. */
  @WithDefault("1s")
  Duration poll();

  /** How long a message gathers before it is sent: what happens together is told together. */
  @WithDefault("10s")
  Duration gather();

  /** How long after a message the next one to the same person of the same kind may be sent. */
  @WithDefault("5m")
  Duration window();

  /** How many events a message lists; it says how many more there are. */
  @WithDefault("10")
  int listed();

  /** Tenants that one look finds. */
  @WithDefault("100")
  int tenants();

  /** Events of one tenant that one transaction puts into messages. */
  @WithDefault("500")
  int events();

  /** Messages that are being sent at one instant, by this process. */
  @WithDefault("32")
  int sends();

  /** Of these, of one tenant. */
  @WithDefault("8")
  int sendsPerTenant();

  /** How long a Slack or webhook address may take to answer. */
  @WithDefault("10s")
  Duration timeout();

  /** When a message whose process says nothing is another's: longer than sending it takes. */
  @WithDefault("2m")
  Duration lease();

  /** How long nothing but failures may come of a channel before it is disabled. */
  @WithDefault("P3D")
  Duration givenUpAfter();

  /** How long messages are kept after they were sent. */
  @WithDefault("P30D")
  Duration kept();

  /** Whether addresses may be without TLS: on one's own machine alone. */
  @WithDefault("false")
  boolean plainHttp();
}
