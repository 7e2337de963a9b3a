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

  private Waiter() {}

  /**
   * Returns when an effect may be performed again, or throws as {@link #until(Visit, Instant,
   * String, String)}.
   */
  static void until(Visit visit, Settlement.Wait wait) {
    if (!wait.awaited().systems().isEmpty()) { // whoever gives them back wakes the run
      var end =
          visit
              .frame()
              .deadline()
              .map(Deadline::at)
              .filter(timeout -> timeout.isBefore(wait.until()))
              .orElse(wait.until());
      rest(
          visit,
          new Unwind.Parked(RunState.WAITING, end, wait.reason(), wait.detail(), wait.awaited()));
      return; // to ask again
    }
    until(visit, wait.until(), wait.reason(), wait.detail());
  }

  /**
   * Returns, while another branch is busy, for who called to look again whether what is waited for
   * has happened.
   *
   * @throws Unwind.Parked what it is given, when nobody is busy
   */
  static void rest(Visit visit, Unwind.Parked parked) {
    var walk = visit.walk();
    var look = walk.lease().now().plus(Awake.LOOK);
    walk.awake().rest(walk, parked.due().isBefore(look) ? parked.due() : look, parked);
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
      walk.awake().rest(walk, end, new Unwind.Parked(RunState.WAITING, end, reason, detail));
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
