package io.ganglion.workflow;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads retry policies. */
record RetryReader(Phrases phrases, TimeReader times) {
  private static final Set<String> BACKOFFS = Set.of("constant", "linear", "exponential");
  private static final int MAX_ATTEMPTS = 1_000;

  /** {@code catch.retry}: inline, or the name of one of {@code use.retries}. */
  Optional<Retry> retry(Part part, Map<String, Retry> known) {
    if (!part.node().isTextual()) {
      return inline(part);
    }
    var name = part.node().textValue();
    if (!known.containsKey(name)) {
      part.wrong("use.retries has no '%s'%s".formatted(name, Closest.hint(name, known.keySet())));
    }
    return Optional.ofNullable(known.get(name));
  }

  Optional<Retry> inline(Part part) {
    return part.object("a retry policy").map(this::policy);
  }

  private Retry policy(Part part) {
    part.only(Set.of("when", "exceptWhen", "delay", "backoff", "limit", "jitter"));
    var limit = part.get("limit").flatMap(l -> l.object("a retry's limit"));
    limit.ifPresent(l -> l.only(Set.of("attempt", "duration")));
    var attempt =
        limit.flatMap(l -> l.get("attempt")).flatMap(a -> a.object("a retry's limit.attempt"));
    attempt.ifPresent(a -> a.only(Set.of("count", "duration")));
    return new Retry(
        part.get("when").flatMap(w -> phrases.expression(w, "'when'")),
        part.get("exceptWhen").flatMap(w -> phrases.expression(w, "'exceptWhen'")),
        part.get("delay").map(times::duration).orElseGet(phrases::none),
        part.get("backoff").map(this::backoff).orElse(Retry.Backoff.CONSTANT),
        attempt
            .flatMap(a -> a.get("count"))
            .flatMap(c -> c.integer("a retry's limit.attempt.count", 1, MAX_ATTEMPTS)),
        attempt.flatMap(a -> a.get("duration")).map(times::duration),
        limit.flatMap(l -> l.get("duration")).map(times::duration),
        part.get("jitter").flatMap(this::jitter));
  }

  private Retry.Backoff backoff(Part part) {
    var names = new ArrayList<String>();
    if (part.object("a backoff").isPresent()) {
      part.only(BACKOFFS);
      names.addAll(part.members().keySet());
      names.retainAll(BACKOFFS);
      if (names.size() != 1) {
        part.wrong("a backoff is exactly one of constant, exponential, linear, e.g. {linear: {}}");
      }
      // The DSL gives a backoff no members yet.
      names.forEach(
          name ->
              part.get(name).flatMap(b -> b.object("a backoff")).ifPresent(b -> b.only(Set.of())));
    }
    return names.size() == 1
        ? Retry.Backoff.valueOf(names.getFirst().toUpperCase(Locale.ROOT))
        : Retry.Backoff.CONSTANT;
  }

  private Optional<Retry.Jitter> jitter(Part part) {
    if (part.object("a jitter").isEmpty()) {
      return Optional.empty();
    }
    part.only(Set.of("from", "to"));
    var from = part.need("from", "a duration, e.g. from: PT0S");
    var to = part.need("to", "a duration, e.g. to: PT1S");
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    var shortest = TimeReader.known(from.get());
    var longest = TimeReader.known(to.get());
    if (shortest.isPresent()
        && longest.isPresent()
        && shortest.get().compareTo(longest.get()) > 0) {
      part.wrong("a jitter's 'from' must not be longer than its 'to'");
    }
    return Optional.of(new Retry.Jitter(times.duration(from.get()), times.duration(to.get())));
  }
}
