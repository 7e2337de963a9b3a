package io.ganglion.connector;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Asks a platform again and again until it knows; the caller's virtual thread sleeps in between.
 *
 * @param pause between two questions
 * @param limit after which it is given up
 */
public record Waiting(Duration pause, Duration limit) {
  /**
   * The first answer.
   *
   * @param question empty while the platform doesn't know yet
   * @return empty if the limit was reached or the thread was interrupted (its flag is kept)
   */
  public <T> Optional<T> until(Supplier<Optional<T>> question) {
    var ends = System.nanoTime() + limit.toNanos();
    while (true) {
      var answer = question.get();
      if (answer.isPresent() || System.nanoTime() + pause.toNanos() > ends) {
        return answer;
      }
      try {
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }
  }
}
