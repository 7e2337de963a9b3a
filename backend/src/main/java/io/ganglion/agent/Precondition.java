package io.ganglion.agent;

import io.ganglion.kernel.Changed;
import java.util.OptionalLong;

/** What a write asks of the state entry that it finds. */
public sealed interface Precondition {
  /** Nothing: whatever is there. */
  record None() implements Precondition {}

  /** That there is an entry, of whatever version. */
  record Some() implements Precondition {}

  /**
   * That it is as the caller has seen it.
   *
   * @param version 0 for no entry
   */
  record Version(long version) implements Precondition {}

  /**
   * That it has this version.
   *
   * @param version empty where the caller named none
   */
  static Precondition of(OptionalLong version) {
    return version.isPresent() ? new Version(version.getAsLong()) : new None();
  }

  /**
   * Compares it with what is there.
   *
   * @param actual 0 where there is no entry
   * @throws Changed if the entry is another
   */
  default void check(long actual) {
    var expected =
        switch (this) {
          case None n -> OptionalLong.empty();
          case Some s -> OptionalLong.of(Math.max(actual, 1)); // any but none
          case Version v -> OptionalLong.of(v.version());
        };
    Changed.check(expected, actual);
  }
}
