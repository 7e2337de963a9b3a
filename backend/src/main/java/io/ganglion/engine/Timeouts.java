package io.ganglion.engine;

import io.ganglion.expression.Template;
import io.ganglion.run.Step;
import io.ganglion.workflow.Durations;
import io.ganglion.workflow.Timeout;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When timeouts end and what they end. A replay comes to the same: ends are fixed in the journal
 * when they are first met, and what is on record began in time.
 */
final class Timeouts {
  /** Behind the position of what a timeout ends: its timer. */
  static final String END = "#timeout";

  private Timeouts() {}

  /** The deadline of a task, from its first visit on. */
  static Deadline of(Visit visit, Timeout timeout) {
    return fixed(visit, visit.position(), duration(visit, timeout.after(), "'timeout.after'"));
  }

  /** The deadline of one try of a {@code try} task. */
  static Deadline ofTry(Visit visit, Template after, int number) {
    var length = duration(visit, after, "'limit.attempt.duration'");
    return fixed(visit, visit.position() + "#try" + number, length);
  }

  private static Deadline fixed(Visit visit, String owner, Duration after) {
    var walk = visit.walk();
    var end = walk.lease().now().plus(after).truncatedTo(ChronoUnit.MICROS); // as it is stored
    return new Deadline(walk.journal().timer(owner + END, end), owner);
  }

  /**
   * A duration of the workflow.
   *
   * @throws Unwind.Fault when an expression for it gives none
   */
  static Duration duration(Visit visit, Template template, String what) {
    try {
      return Durations.of(visit.evaluate(template));
    } catch (IllegalArgumentException e) {
      throw visit.fault(WorkflowError.Kind.EXPRESSION, what + ": " + e.getMessage());
    }
  }

  /**
   * Lets nothing begin past the deadline; what is on record has begun before it. Nobody is asked
   * any more either.
   */
  static void beforeNew(Visit visit) {
    var deadline = visit.frame().deadline();
    if (deadline.isPresent()
        && deadline.get().passed(visit.walk().lease().now())
        && !begun(visit)) {
      Deciding.withdraw(visit.walk(), visit.position());
      throw new Unwind.TimedOut(deadline.get().owner());
    }
  }

  /** A visit that was stopped may have been so by this very timeout. */
  private static boolean begun(Visit visit) {
    return visit
        .walk()
        .journal()
        .recorded(visit.position())
        .filter(step -> step.state() != Step.State.CANCELLED)
        .isPresent();
  }

  /** Nothing that ended past the deadline counts, although what it did stays done. */
  static void after(Visit visit, Step ended) {
    after(visit, ended.endedAt());
  }

  static void after(Visit visit, Instant ended) {
    var deadline = visit.frame().deadline();
    if (deadline.isPresent() && deadline.get().passed(ended)) {
      throw new Unwind.TimedOut(deadline.get().owner());
    }
  }
}
