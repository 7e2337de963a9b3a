package io.ganglion.api.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Quotas: how many requests fit into a window; a whole window's may come at once. */
@ConfigMapping(prefix = "ganglion.limit")
interface LimitConfig {
  /** Requests a minute of one API key or person. */
  @WithDefault("12000")
  long caller();

  /** Requests a minute of one tenant, whoever sends them. */
  @WithDefault("36000")
  long tenant();

  /** Requests a minute from one IP address, with whatever credentials. */
  @WithDefault("36000")
  long address();

  /** Credentials that were refused, a minute, from one IP address. */
  @WithDefault("60")
  long refused();

  /** Tenants that people create, an hour, from one IP address. */
  @WithDefault("20")
  long signUps();

  /** How long to wait for Redis; then this process counts by itself. */
  @WithDefault("250ms")
  Duration redisTimeout();

  /** How long not to ask a Redis that failed. */
  @WithDefault("2s")
  Duration redisRest();
}
