package io.ganglion.engine;

import io.ganglion.connector.Outcome;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Members of a swarm, or branches that compete, that wait for an answer. When nobody needs the rest
 * of the answers they are sent home: their calls, which change nothing outside, are cut.
 */
final class Crowd {
  private static final Outcome GIVEN_UP =
      new Outcome.NotLanded(
          503, "the result was certain without its answer", Optional.empty(), false);

  private final Set<Thread> waiting = new HashSet<>();
  private boolean over;

  /** Waits for an answer as long as anybody wants it. */
  Outcome wait(Supplier<Outcome> answer) {
    synchronized (waiting) {
      if (over) {
        return GIVEN_UP;
      }
      waiting.add(Thread.currentThread());
    }
    Outcome outcome;
    try {
      outcome = answer.get();
    } finally {
      leave();
    }
    synchronized (waiting) {
      return over && !(outcome instanceof Outcome.Landed) ? GIVEN_UP : outcome;
    }
  }

  /** Under the lock, so that no interrupt meant for the call reaches what comes after it. */
  private void leave() {
    synchronized (waiting) {
      waiting.remove(Thread.currentThread());
      if (over) {
        Thread.interrupted();
      }
    }
  }

  /** Whether they were sent home. */
  boolean over() {
    synchronized (waiting) {
      return over;
    }
  }

  /** Cuts all calls under way and lets none begin. */
  void goHome() {
    synchronized (waiting) {
      over = true;
      waiting.forEach(Thread::interrupt);
      waiting.clear();
    }
  }
}
