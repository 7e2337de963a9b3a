package io.ganglion.trial;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Plain successive halving: each round gives every entrant that is left twice the seeds, and the
 * better half goes on.
 *
 * @see <a href="https://arxiv.org/abs/1502.07943">Jamieson and Talwalkar 2015</a>
 */
final class Halving {
  /** Fewer say too little. */
  private static final int LEAST_SEEDS = 2;

  private Halving() {}

  /** Rounds until one is left; one round shows who it is even where there is but one. */
  static int rounds(int entrants) {
    return Math.max(1, 32 - Integer.numberOfLeadingZeros(Math.max(1, entrants - 1)));
  }

  /** Seeds that each entrant has had by the end of a round, those of rounds before included. */
  static int seeds(int round, int rounds, int all) {
    return Math.min(all, Math.max(LEAST_SEEDS, all >> (rounds - round)));
  }

  /** The better half; of equal ones who was named first. */
  static List<String> survivors(List<String> entrants, Map<String, BigDecimal> means) {
    return entrants.stream()
        .sorted(
            Comparator.comparing((String name) -> means.getOrDefault(name, BigDecimal.ONE.negate()))
                .reversed())
        .limit(Math.ceilDiv(entrants.size(), 2))
        .toList();
  }
}
