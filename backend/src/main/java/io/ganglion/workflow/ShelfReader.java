package io.ganglion.workflow;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads {@code use}. */
record ShelfReader(TimeReader times, ErrorReader errors, RetryReader retries) {

  Shelf read(Part document) {
    return document
        .get("use")
        .flatMap(use -> use.object("'use'"))
        .map(this::shelf)
        .orElse(Shelf.EMPTY);
  }

  private Shelf shelf(Part use) {
    use.only(
        Set.of(
            "authentications",
            "catalogs",
            "errors",
            "extensions",
            "functions",
            "retries",
            "secrets",
            "timeouts"));
    NotOffered.property(use, "catalogs", "call http or a connector's action");
    return new Shelf(
        named(use, "functions", part -> part.object("a function")),
        named(use, "errors", errors::inline),
        named(use, "retries", retries::inline),
        named(use, "timeouts", times::inline),
        named(use, "authentications", part -> part.object("an authentication")),
        secrets(use));
  }

  private static <T> Map<String, T> named(
      Part use, String name, Function<Part, Optional<T>> reader) {
    var named = new LinkedHashMap<String, T>();
    use.get(name)
        .flatMap(part -> part.object("'use.%s'".formatted(name)))
        .ifPresent(
            part ->
                part.members()
                    .forEach(
                        (key, value) -> reader.apply(value).ifPresent(v -> named.put(key, v))));
    return named;
  }

  private static Set<String> secrets(Part use) {
    var names = new LinkedHashSet<String>();
    use.get("secrets")
        .ifPresent(
            list ->
                list.entries("'use.secrets'")
                    .forEach(item -> item.text("a secret's name").ifPresent(names::add)));
    return names;
  }
}
