package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.db.CommitFailed;
import io.ganglion.run.RunWrite;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Which branches of a run, or of one of its forks, are busy. While any is, the run stays in memory,
 * and one that has to wait waits there: it goes on when its time has come. Once all wait the run
 * can leave; so can those of a fork alone, where whoever forked goes on without them. Thread-safe.
 */
final class Awake {
  private static final Logger LOG = Logger.getLogger(Awake.class);

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
    private final String position;
    private final Instant since;
    private final Instant look;
    private final JsonNode why;
    private final Condition told;
    private boolean turn; // to look at what happened outside
    private boolean dismissed; // nobody is busy

    private Rester(Awake place, String position, Instant since, Instant look, JsonNode why) {
      this.place = place;
      this.position = position;
      this.since = since;
      this.look = look;
      this.why = why;
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
   * branches wait for something there. It also puts on record why the first of them waits, once it
   * has for {@link #LONG}; that ends {@link #GONE} after it went on, since it may only have looked.
   */
  private static final class Resting {
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration GLANCE = Duration.ofMillis(250);
    private static final Duration LONG = Duration.ofMillis(1_500); // less than before a look
    private static final Duration GONE = Duration.ofSeconds(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Set<Rester> all = new LinkedHashSet<>();
    private final Map<String, Instant> since = new HashMap<>(); // by position: looks are no end
    private final ReentrantLock recording = new ReentrantLock();
    private @Nullable JsonNode recorded; // guarded by recording
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

    private Instant since(String position, Instant now) {
      lock.lock();
      try {
        return since.computeIfAbsent(position, at -> now);
      } finally {
        lock.unlock();
      }
    }

    private boolean isLong(Instant begun, Instant now) {
      return !begun.plus(LONG).isAfter(now);
    }

    /** A branch that has rested goes on, or looks whether it can. */
    private void goesOn(Walk walk, Rester one) {
      if (isLong(one.since, walk.lease().now())) {
        Thread.ofVirtual().name("gone-on").start(() -> gone(walk, one));
      } else {
        forget(one);
      }
    }

    private void gone(Walk walk, Rester one) {
      try {
        Thread.sleep(GONE);
        forget(one);
        record(walk);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (CommitFailed left) {
        LOG.debugf("%s is another worker's now", walk.run().id());
      }
    }

    private void forget(Rester one) {
      lock.lock();
      try {
        if (all.stream().noneMatch(other -> other.position.equals(one.position))) {
          since.remove(one.position);
        }
      } finally {
        lock.unlock();
      }
    }

    /** Why the run's branches wait, if one has for long. */
    private @Nullable JsonNode why(Instant now) {
      lock.lock();
      try {
        return all.stream()
            .filter(one -> !one.dismissed && isLong(one.since, now))
            .findFirst()
            .map(one -> one.why)
            .orElse(null);
      } finally {
        lock.unlock();
      }
    }

    /** Makes the run say why its branches wait; not to be called under the other lock. */
    private void record(Walk walk) {
      recording.lock();
      try {
        var why = why(walk.lease().now());
        if (!Objects.equals(why, recorded)) {
          var run = walk.run();
          walk.journal().note(new RunWrite.Rest(run.tenant(), run.id(), why));
          recorded = why;
        }
      } finally {
        recording.unlock();
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
  void rest(Visit visit, Instant until, Instant look, Unwind.Parked parked) {
    var walk = visit.walk();
    var since = resting.since(visit.position(), walk.lease().now());
    var one = new Rester(this, visit.position(), since, look, parked.waitingFor());
    resting.lock.lock();
    try {
      if (dismissed(walk, until, one)) {
        throw parked;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw parked;
    } finally {
      resting.lock.unlock();
      resting.goesOn(walk, one);
    }
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
        if (resting.glancing == one) {
          record(walk);
          if (one.dismissed) {
            return true;
          }
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

  /** Others go on meanwhile. */
  private void record(Walk walk) {
    resting.lock.unlock();
    try {
      resting.record(walk);
    } finally {
      resting.lock.lock();
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
