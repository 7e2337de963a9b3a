package io.ganglion.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How an endpoint does, and what may be asked of it. Pure.
 *
 * @param wide tries that may be under way at one instant
 * @param failures tries that failed since the last that did not
 * @param failingSince the first of them
 * @param restsUntil nothing is tried before
 */
record Health(
    int wide, int failures, Optional<Instant> failingSince, Optional<Instant> restsUntil) {
  private static final int MOST_DOUBLINGS = 20; // no overflow

  /** What the operator set. */
  record Limits(int wide, int failures, Duration firstRest, Duration longestRest) {
    static Limits of(WebhookConfig config) {
      return new Limits(
          config.triesPerEndpoint(), config.failures(), config.firstRest(), config.longestRest());
    }
  }

  /**
   * After a try that began before now.
   *
   * @param alone whether it was the only one that the endpoint was to have; of several that fail
   *     together one counts, since they say the same
   */
  Health after(Outcome outcome, Instant now, Limits limits, boolean alone) {
    return switch (outcome) {
      case Outcome.Taken t ->
          new Health(Math.min(2 * wide, limits.wide()), 0, Optional.empty(), Optional.empty());
      case Outcome.Failed f -> failed(counted(alone), rest(f, counted(alone), limits), now);
      case Outcome.Gone g -> failed(counted(alone), Duration.ZERO, now);
      case Outcome.NotTried n -> this;
    };
  }

  private int counted(boolean alone) {
    return alone ? failures + 1 : Math.max(failures, 1);
  }

  private Health failed(int counted, Duration rest, Instant now) {
    var until = rest.isZero() ? restsUntil : Optional.of(later(now.plus(rest)));
    return new Health(1, counted, Optional.of(failingSince.orElse(now)), until);
  }

  /** Whoever failed often enough rests, and whoever asks for it: but for no longer than others. */
  private static Duration rest(Outcome.Failed failed, int counted, Limits limits) {
    int above = counted - limits.failures();
    var usual =
        above < 0
            ? Duration.ZERO
            : least(
                limits.firstRest().multipliedBy(1L << Math.min(above, MOST_DOUBLINGS)),
                limits.longestRest());
    var asked = failed.retryAfter().map(it -> least(it, limits.longestRest())).orElse(usual);
    return asked.compareTo(usual) > 0 ? asked : usual;
  }

  private Instant later(Instant until) {
    return restsUntil.filter(until::isBefore).orElse(until);
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
