package io.ganglion.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code lab SCENARIO [FILE.yaml] [--seeds N] [--seed N]} asks for.
 *
 * @param file the workflow that is tried; empty: the scenario's reference
 * @param seeds how many trials
 * @param seed of the first
 */
record LabOptions(String scenario, Optional<Path> file, int seeds, int seed) {
  private static final int MOST = 1_000;

  /**
   * Reads arguments.
   *
   * @param args the scenario first
   * @throws IllegalArgumentException for what it doesn't know
   */
  static LabOptions parse(List<String> args) {
    Optional<Path> file = Optional.empty();
    int seeds = 1;
    int seed = 1;
    for (int i = 1; i < args.size(); i++) {
      var argument = args.get(i);
      switch (argument) {
        case "--seeds" -> seeds = number(argument, args, ++i, 1, MOST);
        case "--seed" -> seed = number(argument, args, ++i, 0, Integer.MAX_VALUE);
        default -> {
          if (argument.startsWith("-") || file.isPresent()) {
            throw new IllegalArgumentException("lab does not know " + argument);
          }
          file = Optional.of(Path.of(argument));
        }
      }
    }
    return new LabOptions(args.getFirst(), file, seeds, seed);
  }

  private static int number(String option, List<String> args, int at, int least, int most) {
    try {
      int number = Integer.parseInt(at < args.size() ? args.get(at) : "");
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // refused below, with the right words
    }
    throw new IllegalArgumentException(
        "%s takes a number from %,d to %,d".formatted(option, least, most));
  }
}
