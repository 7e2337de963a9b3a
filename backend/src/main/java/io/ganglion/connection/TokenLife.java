package io.ganglion.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long an access token lives. Pure.
 *
 * @param since when it was asked for
 * @param end empty: it has none, as far as is known
 */
record TokenLife(Instant since, Optional<Instant> end) {
  /** A tenth of a token's life is the most that is given away. */
  private static final int PARTS = 10;

  /**
   * From when on the next one is asked for.
   *
   * @param margin before the end, unless a tenth of its life is less
   */
  Optional<Instant> due(Duration margin) {
    return end.map(
        until -> {
          var most = Duration.between(since, until).dividedBy(PARTS);
          return until.minus(most.compareTo(margin) < 0 ? most : margin);
        });
  }
}
