package io.ganglion.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Which branches of a run, or of one of its forks, are busy. While any is, the run stays in memory,
 * and one that has to wait waits there: it goes on when its time has come. Once all wait the run
 * can leave; so can those of a fork alone, where whoever forked goes on without them. Thread-safe.
 */
final class Awake {
  private final Resting resting;
  private final @Nullable Awake around;
  private int busy;
  private boolean asleep; // not counted among the busy around it
  private boolean settled; // whoever forked goes on with what a branch came to

  /** Of a run that has not forked. */
  Awake() {
    this(new Resting(), null, 1);
  }

  private Awake(Resting resting, @Nullable Awake around, int busy) {
    this.resting = resting;
    this.around = around;
    this.busy = busy;
  }

  /** What one of a run's resting branches needs, and what it is told. */
  private static final class Rester {
    private final Awake place;
    private final Instant look;
    private final Condition told;
    private boolean turn; // to look at what happened outside
    private boolean dismissed; // nobody is busy

    private Rester(Awake place, Instant look) {
      this.place = place;
      this.look = look;
      this.told = place.resting.lock.newCondition();
    }

    private boolean within(Awake outer) {
      var at = place;
      while (at != null && at != outer) {
        at = at.around;
      }
      return at != null;
    }
  }

  /**
   * All branches of a run that rest, those that have rested longest first. One of them glances
   * about for all, since nobody says when the run is cancelled or the worker stops, and gives the
   * turns to look: a run looks at the database at most once in {@link #LOOK}, however many of its
   * branches wait for something there.
   */
  private static final class Resting {
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration GLANCE = Duration.ofMillis(250);

    private final ReentrantLock lock = new ReentrantLock();
    private final Set<Rester> all = new LinkedHashSet<>();
    private @Nullable Rester glancing;
    private Instant nextLook = Instant.MIN;

    /** Who has so long left waits this long at a time. */
    private long nanos(Rester one, Duration left) {
      if (glancing == null) {
        glancing = one;
      }
      boolean glances = glancing == one && left.compareTo(GLANCE) > 0;
      return TimeUnit.NANOSECONDS.convert(glances ? GLANCE : left);
    }

    private void giveTurn(Instant now) {
      if (now.isBefore(nextLook)) {
        return;
      }
      for (var one : all) {
        if (!one.dismissed && !one.turn && !now.isBefore(one.look)) {
          one.turn = true;
          one.told.signal();
          nextLook = now.plus(LOOK);
          return;
        }
      }
    }

    /** It rests no longer; another one glances about from now on, where it did. */
    private void leave(Rester one) {
      all.remove(one);
      if (glancing == one) {
        glancing = null;
      }
      if (glancing == null) {
        all.stream().filter(it -> !it.dismissed).findFirst().ifPresent(it -> it.told.signal());
      }
    }
  }

  /** One branch becomes so many, and waits for them. */
  Awake forked(int branches) {
    return new Awake(resting, this, branches);
  }

  /**
   * A branch has ended.
   *
   * @param last whether who waits for the branches goes on with that
   * @param settles whether who waits for the branches goes on as soon as none of them is busy
   */
  void ended(boolean last, boolean settles) {
    resting.lock.lock();
    try {
      settled |= settles;
      if (!last) {
        sleep();
      }
    } finally {
      resting.lock.unlock();
    }
  }

  /** Those that wait look again whether they are still to. */
  void stir() {
    resting.lock.lock();
    try {
      resting.all.forEach(one -> one.told.signal());
    } finally {
      resting.lock.unlock();
    }
  }

  /**
   * Waits in memory for as long as another branch is busy.
   *
   * @param until returns then
   * @param look returns at its first turn from then on
   * @throws Unwind.Parked what it is given, when nobody is busy
   * @throws Unwind when the walk is not to go on
   */
  void rest(Walk walk, Instant until, Instant look, Unwind.Parked parked) {
    resting.lock.lock();
    try {
      if (!dismissed(walk, until, new Rester(this, look))) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      resting.lock.unlock();
    }
    throw parked;
  }

  private boolean dismissed(Walk walk, Instant until, Rester one) throws InterruptedException {
    resting.all.add(one);
    sleep();
    try {
      if (!one.dismissed) {
        walk.goOn(); // whoever stirs later finds it among those that rest
      }
      while (!one.dismissed) {
        var now = walk.lease().now();
        if (resting.glancing == one) {
          resting.giveTurn(now);
        }
        var left = Duration.between(now, until);
        if (one.turn || !left.isPositive()) {
          return false;
        }
        one.told.await(resting.nanos(one, left), TimeUnit.NANOSECONDS);
        walk.goOn();
      }
      return true;
    } finally {
      resting.leave(one);
      if (!one.dismissed) {
        wake();
      }
    }
  }

  private void sleep() {
    if (--busy > 0) {
      return;
    }
    if (around == null || settled) {
      dismiss();
    } else {
      asleep = true;
      around.sleep();
    }
  }

  private void wake() {
    busy++;
    if (asleep && around != null) {
      asleep = false;
      around.wake();
    }
  }

  /** Nobody in here is busy: all that rest unwind, and are busy with that. */
  private void dismiss() {
    for (var one : resting.all) {
      if (!one.dismissed && one.within(this)) {
        one.dismissed = true;
        one.place.wake();
        one.told.signal();
      }
    }
  }
}
