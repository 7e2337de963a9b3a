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
 * @param number from 1
 */
record WeakModel(int number) {
  static final int COUNT = 1_000;

  private static final Pattern NAME = Pattern.compile("lab-small-([1-9][0-9]{0,3})");

  /** When the first model was made, in Unix seconds; a fixed date, for answers that never vary. */
  private static final long CREATED = 1_790_000_000L;

  static Optional<WeakModel> named(String name) {
    var match = NAME.matcher(name);
    return match.matches() && Integer.parseInt(match.group(1)) <= COUNT
        ? Optional.of(new WeakModel(Integer.parseInt(match.group(1))))
        : Optional.empty();
  }

  static Stream<WeakModel> all() {
    return IntStream.rangeClosed(1, COUNT).mapToObj(WeakModel::new);
  }

  String name() {
    return "lab-small-" + number;
  }

  /** How often it finds the best answer: 0.5 to 0.7, so 0.6 over all models. */
  double skill() {
    return 0.5 + 0.2 * ((number - 1) % 11) / 10;
  }

  ObjectNode shown() {
    return Json.object()
        .put("id", name())
        .put("object", "model")
        .put("created", CREATED)
        .put("owned_by", "laboratory");
  }
}
