package io.ganglion.trial;

import io.ganglion.trial.scenario.Happened;
import java.util.Set;

/**
 * What simulated platforms take, in millionths of the laboratory's dollar: a model what its answer
 * says, a picture 40,000, whatever else comes to be 1,000, taking back nothing. By the journals: an
 * answer that nobody heard costs, too.
 */
final class Tariff {
  private static final long PICTURE = 40_000;
  private static final long ACT = 1_000;
  private static final Set<String> MADE =
      Set.of("created", "published", "posted", "sent", "filled", "closed", "mined", "landed");

  private Tariff() {}

  static long micros(Happened one) {
    return switch (one.kind()) {
      case "model.completed" -> one.payload().path("cost_micros").asLong();
      case "image.generated" -> PICTURE;
      case "session.created", "container.created" -> 0; // of no use to anybody by itself
      default -> MADE.contains(one.kind().replaceAll(".*[.]", "")) ? ACT : 0;
    };
  }
}
