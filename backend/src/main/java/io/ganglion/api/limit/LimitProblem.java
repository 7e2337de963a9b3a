package io.ganglion.api.limit;

import io.ganglion.kernel.Problem;
import java.time.Duration;

/** Too many requests. */
public final class LimitProblem extends Problem {
  private static final long serialVersionUID = 1;

  private final transient Duration wait;

  LimitProblem(Quota quota, Duration wait) {
    super(
        429,
        "rate_limited",
        "Too many requests",
        "More than %d in %d s (%s); send it again in %d s."
            .formatted(
                quota.requests(),
                quota.window().toSeconds(),
                quota.name(),
                Math.max(1, Math.ceilDiv(wait.toMillis(), 1000))));
    this.wait = wait;
  }

  @Override
  public Duration retryAfter() {
    return wait;
  }
}
