package io.ganglion.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a workflow's runs start by themselves. */
public sealed interface Schedule {
  /** The word the DSL has for it. */
  String kind();

  /** At the same distance, whether or not the run before has ended. */
  record Every(Duration interval) implements Schedule {
    @Override
    public String kind() {
      return "every";
    }
  }

  /** At times of the calendar, in UTC. */
  record Cron(CronTimes times) implements Schedule {
    @Override
    public String kind() {
      return "cron";
    }
  }

  /** A while after the run before has ended. */
  record After(Duration delay) implements Schedule {
    @Override
    public String kind() {
      return "after";
    }
  }

  /** On events, which are the run's input. */
  record On(Consumption events) implements Schedule {
    @Override
    public String kind() {
      return "on";
    }
  }

  /**
   * The first time it is due, or due again after a pause; empty when something else makes it so.
   */
  default Optional<Instant> first(Instant now) {
    return switch (this) {
      case Every every -> Optional.of(now.plus(every.interval()));
      case Cron cron -> cron.times().after(now);
      case After after -> Optional.of(now.plus(after.delay()));
      case On on -> Optional.empty();
    };
  }

  /**
   * What follows an instant at which it was due.
   *
   * @param next empty when something else makes it due
   * @param skipped instants up to now for which no run is started
   */
  record Turn(Optional<Instant> next, long skipped) {}

  /** Missed instants are never made up for: the next one is always in the future. */
  default Turn turn(Instant due, Instant now) {
    return switch (this) {
      case Every every -> {
        var late = due.isAfter(now) ? Duration.ZERO : Duration.between(due, now);
        long missed = late.dividedBy(every.interval());
        yield new Turn(Optional.of(due.plus(every.interval().multipliedBy(missed + 1))), missed);
      }
      case Cron cron -> new Turn(cron.times().after(now), cron.times().between(due, now));
      case After after -> new Turn(Optional.empty(), 0);
      case On on -> new Turn(Optional.empty(), 0);
    };
  }
}
