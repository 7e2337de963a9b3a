package io.ganglion.effect;

import io.ganglion.connector.Manifest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pure: what to do next with an effect, decided from its line in the ledger alone. */
final class EffectRules {
  /** Between look-ups, and before the engine's own next attempt: doubles from here … */
  static final Duration FIRST_DELAY = Duration.ofMillis(200);

  /** … to here. */
  static final Duration MAX_DELAY = Duration.ofSeconds(10);

  /**
   * An attempt is sent within this of the time that its record says, or its record is moved on
   * first: a rescuer counts from that time how long the attempt may have been under way.
   */
  static final Duration SEND_WITHIN = Duration.ofSeconds(2);

  /**
   * So many workers may die of one effect, none of which counts against the action's own attempts.
   * One more, and the effect itself is taken to be what kills them.
   */
  static final int LOST_ATTEMPTS = 20;

  private EffectRules() {}

  /** What to do next. */
  sealed interface Move {
    /** Ask the platform (or the preflight) first. */
    record Prepare() implements Move {}

    /** Send the frozen intent. */
    record Dispatch() implements Move {}

    /** Ask the platform what became of it. */
    record LookUp() implements Move {}

    /** Nothing before this time. */
    record Wait(Instant until) implements Move {}

    /** It landed, or was undone since. */
    record Done() implements Move {}

    /** It proved not to land and no attempt is left, or it was abandoned. */
    record Fail() implements Move {}

    /** Nobody but a person or the agent can tell. */
    record Attention() implements Move {}
  }

  /**
   * @param action the action's manifest, for its limits; {@code now} the database's time
   */
  static Move next(Effect effect, Manifest.Action action, Instant now) {
    return switch (effect.state()) {
      case INTENDED ->
          action.prepares() && effect.handle().isNull() ? new Move.Prepare() : new Move.Dispatch();
      case LANDED, UNDONE -> new Move.Done();
      case ABANDONED -> new Move.Fail();
      case NOT_LANDED -> afterNotLanded(effect, action, now);
      case DISPATCHED, UNKNOWN -> afterUnknown(effect, action, now);
    };
  }

  private static Move afterNotLanded(Effect effect, Manifest.Action action, Instant now) {
    var notBefore = effect.times().notBefore();
    if (notBefore == null || !attemptLeft(effect, action)) {
      return new Move.Fail();
    }
    return now.isBefore(notBefore) ? new Move.Wait(notBefore) : new Move.Dispatch();
  }

  private static Move afterUnknown(Effect effect, Manifest.Action action, Instant now) {
    return switch (effect.frozen().retryClass()) {
      case PURE ->
          attemptLeft(effect, action) ? dispatchFrom(notBefore(effect, now), now) : new Move.Fail();
      case IDEMPOTENT -> {
        if (action.lookUp().isPresent()) {
          yield lookUp(effect, action.lookUp().get(), now);
        }
        boolean again = attemptLeft(effect, action);
        var judge = judgeAfter(effect, now);
        var from = again ? later(judge, notBefore(effect, now)) : judge;
        if (now.isBefore(from)) {
          yield new Move.Wait(from);
        }
        yield again ? new Move.Dispatch() : new Move.Attention();
      }
      case RECONCILABLE ->
          action
              .lookUp()
              .<Move>map(limits -> lookUp(effect, limits, now))
              .orElseGet(Move.Attention::new);
      case BLIND -> new Move.Attention();
    };
  }

  private static Move dispatchFrom(Instant from, Instant now) {
    return now.isBefore(from) ? new Move.Wait(from) : new Move.Dispatch();
  }

  /** No attempt before this. */
  static Instant notBefore(Effect effect, Instant now) {
    return orElse(effect.times().notBefore(), now);
  }

  static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  /** An attempt whose worker died doesn't count against the action's own tries. */
  static boolean attemptLeft(Effect effect, Manifest.Action action) {
    var tries = effect.tries();
    return tries.sent() - tries.lost() < action.attempts() && tries.lost() <= LOST_ATTEMPTS;
  }

  private static Move lookUp(Effect effect, Manifest.LookUpLimits limits, Instant now) {
    var first = effect.times().firstDispatched();
    var end = first == null ? now : judgeAfter(effect, now).plus(limits.window());
    return now.isAfter(end) ? new Move.Attention() : new Move.LookUp();
  }

  /** Before this time an absent effect may still land. */
  static Instant judgeAfter(Effect effect, Instant now) {
    return orElse(effect.times().judgeAfter(), now);
  }

  /** When absence starts to prove something for an attempt that starts now. */
  static Instant judgeAfterDispatch(Manifest.Action action, Instant now) {
    return now.plus(action.timeout()).plus(searchLag(action));
  }

  /**
   * The same for an attempt that was answered: the platform has finished with it, only its search
   * may lag.
   */
  static Instant judgeAfterAnswer(Manifest.Action action, Instant now) {
    return now.plus(searchLag(action));
  }

  /**
   * The wait before another attempt or look-up: doubles from {@link #FIRST_DELAY}, never above
   * {@link #MAX_DELAY}.
   */
  static Duration delayAfter(int failed) {
    var delay = FIRST_DELAY.multipliedBy(1L << Math.min(Math.max(failed - 1, 0), 20));
    return delay.compareTo(MAX_DELAY) < 0 ? delay : MAX_DELAY;
  }

  /**
   * No attempt before this where an answer proved nothing, a 5xx say: a platform in trouble is left
   * alone for a while, twice as long each time.
   *
   * @param asked the platform's own wish
   */
  static Instant restAfterAnswer(int attempts, Optional<Instant> asked, Instant now) {
    return later(now.plus(delayAfter(attempts + 1)), asked.orElse(now));
  }

  private static Duration searchLag(Manifest.Action action) {
    return action.lookUp().map(Manifest.LookUpLimits::searchLag).orElse(Duration.ZERO);
  }

  private static Instant orElse(@Nullable Instant value, Instant other) {
    return value == null ? other : value;
  }
}
