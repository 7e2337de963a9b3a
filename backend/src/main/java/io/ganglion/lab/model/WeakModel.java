package io.ganglion.lab.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One of the small models.
 *
 * @param name {@code lab-small-N}, or {@code lab-pA-N} for one that says how good it is
 * @param accuracy how often it finds the best answer, in percent
 */
record WeakModel(String name, int accuracy) {
  static final int COUNT = 1_000;

  private static final Pattern NAME =
      Pattern.compile("lab-(?:small|p([1-9][0-9]))-([1-9][0-9]{0,3})");

  /** What a call of a model costs that guesses at even odds, in millionths of a dollar. */
  private static final int CHEAPEST = 10;

  /** When the first model was made, in Unix seconds; a fixed date, for answers that never vary. */
  private static final long CREATED = 1_790_000_000L;

  static Optional<WeakModel> named(String name) {
    var match = NAME.matcher(name);
    if (!match.matches() || Integer.parseInt(match.group(2)) > COUNT) {
      return Optional.empty();
    }
    int number = Integer.parseInt(match.group(2));
    return Optional.of(
        match.group(1) == null
            ? new WeakModel(number)
            : new WeakModel(name, Integer.parseInt(match.group(1))));
  }

  /** One of those whose names don't say how good they are: 50 to 70 percent, so 60 over all. */
  WeakModel(int number) {
    this("lab-small-" + number, 50 + 2 * ((number - 1) % 11));
  }

  static Stream<WeakModel> all() {
    return IntStream.rangeClosed(1, COUNT).mapToObj(number -> new WeakModel(number));
  }

  /** How often it finds the best answer. */
  double skill() {
    return accuracy / 100.0;
  }

  /**
   * What one call costs, in millionths of a dollar: fourfold for each ten percent of accuracy,
   * which is the laboratory's own price and nobody else's.
   */
  long costMicros() {
    return Math.round(CHEAPEST * Math.pow(4, (accuracy - 50) / 10.0));
  }

  ObjectNode shown() {
    return Json.object()
        .put("id", name)
        .put("object", "model")
        .put("created", CREATED)
        .put("owned_by", "laboratory");
  }
}
