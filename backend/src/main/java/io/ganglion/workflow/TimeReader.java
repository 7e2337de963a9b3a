package io.ganglion.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.expression.Template;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads durations and timeouts. */
record TimeReader(Phrases phrases) {

  /** A duration that is written out and can be read. */
  static Optional<Duration> known(Part part) {
    return readable(part.node()) ? Optional.of(Durations.of(part.node())) : Optional.empty();
  }

  /** A duration that has to be written out. */
  static Optional<Duration> constant(Part part) {
    try {
      return Optional.of(Durations.of(part.node()));
    } catch (IllegalArgumentException e) {
      part.wrong(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** A duration, or an expression for one. */
  Template duration(Part part) {
    if (Phrases.delimited(part.node())) {
      return phrases.computed(part, "a duration");
    }
    return constant(part).map(d -> phrases.template(part)).orElseGet(phrases::nothing);
  }

  /** A task's or the workflow's {@code timeout}: inline, or the name of one of {@code use}. */
  Optional<Timeout> timeout(Part owner, Map<String, Timeout> known) {
    return owner.get("timeout").flatMap(part -> timeoutAt(part, known));
  }

  private Optional<Timeout> timeoutAt(Part part, Map<String, Timeout> known) {
    if (!part.node().isTextual()) {
      return inline(part);
    }
    var name = part.node().textValue();
    if (!known.containsKey(name)) {
      var hint =
          readable(part.node())
              ? "; write {after: %s} for a duration".formatted(name)
              : Closest.hint(name, known.keySet());
      part.wrong("use.timeouts has no '%s'%s".formatted(name, hint));
    }
    return Optional.ofNullable(known.get(name));
  }

  Optional<Timeout> inline(Part part) {
    var object = part.object("a timeout");
    object.ifPresent(o -> o.only(Set.of("after")));
    return object
        .flatMap(o -> o.need("after", "a duration, e.g. after: PT30S"))
        .map(after -> new Timeout(duration(after)));
  }

  private static boolean readable(JsonNode node) {
    try {
      Durations.of(node);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
