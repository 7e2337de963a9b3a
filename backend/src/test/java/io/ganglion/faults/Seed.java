package io.ganglion.faults;

import java.util.SplittableRandom;

/** Chance in fault tests: the seed is printed, and {@code -Dganglion.seed} gives it again. */
final class Seed {
  private Seed() {}

  /**
   * @param fault what is about to happen, for whoever reads the seed
   */
  static SplittableRandom random(String fault) {
    long seed = Long.getLong("ganglion.seed", System.nanoTime());
    System.out.printf("%s, seed %d%n", fault, seed);
    return new SplittableRandom(seed);
  }
}
