package io.ganglion.engine;

import io.ganglion.effect.Settlement;
import io.ganglion.run.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Waits in memory when it is short or another branch is busy, else lets the run leave memory. */
final class Waiter {
  /** Longer waits park the run. */
  static final Duration IN_MEMORY = Duration.ofSeconds(1);

  /** What may have happened outside is looked for after this time at first ... */
  private static final Duration LOOK = Duration.ofSeconds(2);

  /** ... and after twice the time every time, up to this. */
  private static final Duration SELDOM = Duration.ofSeconds(5);

  /** Longer than a refusal takes to park a run. */
  private static final Duration MOMENT = Duration.ofMillis(200);

  private Waiter() {}

  /**
   * Returns when an effect may be performed again, or throws as {@link #until(Visit, Instant,
   * String, String)}.
   */
  static void until(Visit visit, Settlement.Wait wait) {
    if (wait.awaited().any()) { // whoever gives it back wakes the run
      var end = inTime(visit, wait.until());
      rest(
          visit,
          0,
          new Unwind.Parked(RunState.WAITING, end, wait.reason(), wait.detail(), wait.awaited()));
      inTime(visit);
      return; // to ask again
    }
    until(visit, wait.until(), wait.reason(), wait.detail());
  }

  /**
   * Returns, while another branch is busy, for who called to ask again whether it still may not go
   * on.
   *
   * @param poll for a lost wake-up
   * @throws Unwind.Parked when nobody is busy
   */
  static void whileStopped(Visit visit, Duration poll, String reason, String detail) {
    var due = inTime(visit, visit.walk().lease().now().plus(poll));
    again(visit, 0, new Unwind.Parked(RunState.WAITING, due, reason, detail));
  }

  /**
   * As {@link #rest}, where what is waited for may be something whose end wakes the runs that wait
   * for it: this one doesn't while others of it work, and comes back soon where that may have been
   * meanwhile.
   *
   * @throws Unwind.Parked when nobody is busy
   */
  static void again(Visit visit, int looked, Unwind.Parked parked) {
    var lease = visit.walk().lease();
    var began = lease.now();
    try {
      rest(visit, looked, parked);
    } catch (Unwind.Parked left) {
      var now = lease.now();
      throw now.isBefore(began.plus(MOMENT)) ? left : left.by(inTime(visit, now.plus(LOOK)));
    }
    inTime(visit);
  }

  /** Then, or at the visit's deadline if that comes first. */
  private static Instant inTime(Visit visit, Instant then) {
    return visit.frame().deadline().map(Deadline::at).filter(then::isAfter).orElse(then);
  }

  private static void inTime(Visit visit) {
    var deadline = visit.frame().deadline();
    if (deadline.isPresent() && deadline.get().passed(visit.walk().lease().now())) {
      throw new Unwind.TimedOut(deadline.get().owner());
    }
  }

  /**
   * Returns, while another branch is busy, for who called to look again whether what is waited for
   * has happened, and when what it is given is due.
   *
   * @param looked how often that has been looked for; the less often the longer it takes
   * @throws Unwind.Parked what it is given, when nobody is busy
   */
  static void rest(Visit visit, int looked, Unwind.Parked parked) {
    var walk = visit.walk();
    var pause = LOOK.multipliedBy(1L << Math.min(looked, 4));
    var look = walk.lease().now().plus(pause.compareTo(SELDOM) < 0 ? pause : SELDOM);
    walk.awake().rest(visit, parked.due(), look, parked);
  }

  /**
   * Returns at {@code due}, or throws {@link Unwind.Parked}, {@link Unwind.TimedOut} or {@link
   * Unwind.Cancelled}.
   */
  static void until(Visit visit, Instant due, String reason, String detail) {
    var walk = visit.walk();
    var deadline = visit.frame().deadline().filter(timeout -> timeout.at().isBefore(due));
    var end = deadline.map(Deadline::at).orElse(due);
    var left = Duration.between(walk.lease().now(), end);
    if (left.compareTo(IN_MEMORY) > 0) {
      var parked = new Unwind.Parked(RunState.WAITING, end, reason, detail);
      walk.awake().rest(visit, end, Instant.MAX, parked);
      left = Duration.between(walk.lease().now(), end);
    }
    while (left.isPositive()) {
      LockSupport.parkNanos(left.toNanos());
      walk.goOn();
      left = Duration.between(walk.lease().now(), end);
    }
    if (deadline.isPresent()) {
      throw new Unwind.TimedOut(deadline.get().owner());
    }
  }
}
