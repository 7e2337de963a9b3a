package io.ganglion.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Which branches of a run are busy. While any is, the run stays in memory, and one that has to wait
 * waits there: it goes on when its time has come. Once all wait the run can leave. Thread-safe.
 */
final class Awake {
  /** What may have happened outside is looked for this often while the run is in memory. */
  static final Duration LOOK = Duration.ofSeconds(2);

  /** Nobody says when the run is cancelled or the worker stops; seen within this time. */
  private static final Duration GLANCE = Duration.ofMillis(250);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int awake = 1;
  private long nights; // how often nobody was awake

  /** One branch becomes so many, and waits for them. */
  void branched(int branches) {
    lock.lock();
    try {
      awake += branches - 1;
    } finally {
      lock.unlock();
    }
  }

  /**
   * A branch has ended.
   *
   * @param last whether who waits for the branches goes on with that
   */
  void ended(boolean last) {
    if (last) {
      return;
    }
    lock.lock();
    try {
      sleep();
    } finally {
      lock.unlock();
    }
  }

  /** Those that wait look again whether they are still to. */
  void stir() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits in memory for as long as another branch is busy.
   *
   * @param until returns then
   * @throws Unwind.Parked what it is given, when nobody is busy
   * @throws Unwind when the walk is not to go on
   */
  void rest(Walk walk, Instant until, Unwind.Parked parked) {
    lock.lock();
    try {
      long night = nights;
      sleep();
      try {
        while (night == nights) {
          var left = Duration.between(walk.lease().now(), until);
          if (!left.isPositive()) {
            return;
          }
          changed.await(Math.min(left.toNanos(), GLANCE.toNanos()), TimeUnit.NANOSECONDS);
          walk.goOn();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        awake++;
      }
    } finally {
      lock.unlock();
    }
    throw parked;
  }

  private void sleep() {
    if (--awake == 0) {
      nights++;
      changed.signalAll();
    }
  }
}
