package io.ganglion.workflow;

import io.ganglion.expression.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads event consumption strategies, of {@code listen} and {@code schedule}. */
record ConsumptionReader(Phrases phrases) {
  private static final List<String> STRATEGIES = List.of("one", "any", "all");
  private static final int MAX_FILTERS = 100;

  /**
   * @param until whether it may have {@code until}: within another's it may not
   */
  Optional<Consumption> read(Part part, String what, boolean until) {
    return part.object(what).flatMap(p -> strategy(p, what, until));
  }

  private Optional<Consumption> strategy(Part part, String what, boolean until) {
    part.only(Set.of("one", "any", "all", "until"));
    var named = STRATEGIES.stream().filter(part::has).toList();
    if (named.size() != 1) {
      part.wrong("%s has exactly one of %s".formatted(what, Closest.listed(STRATEGIES)));
      return Optional.empty();
    }
    if (part.has("until") && !(until && part.has("any"))) {
      part.get("until").orElse(part).wrong("'until' belongs beside 'any' of a task or a schedule");
    }
    var events = part.get(named.getFirst()).orElse(part);
    return switch (named.getFirst()) {
      case "one" -> filter(events).map(Consumption.One::new);
      case "all" -> Optional.of(new Consumption.All(filters(events, "'all'")));
      default ->
          Optional.of(
              new Consumption.Any(
                  any(events),
                  part.get("until").map(this::until).orElseGet(Consumption.Until.First::new)));
    };
  }

  /** An empty list stands for every event. */
  private List<EventFilter> any(Part part) {
    return part.node().isArray() && part.node().isEmpty() ? List.of() : filters(part, "'any'");
  }

  private List<EventFilter> filters(Part part, String what) {
    var filters = new ArrayList<EventFilter>();
    part.items(what).forEach(item -> filter(item).ifPresent(filters::add));
    if (filters.size() > MAX_FILTERS) {
      part.wrong("%s has at most %d filters".formatted(what, MAX_FILTERS));
    }
    return filters;
  }

  private Consumption.Until until(Part part) {
    Optional<Consumption.Until> read =
        part.node().isTextual()
            ? phrases.expression(part, "'until'").map(Consumption.Until.Holds::new)
            : read(part, "'until'", false).map(Consumption.Until.Consumed::new);
    return read.orElseGet(Consumption.Until.First::new);
  }

  private Optional<EventFilter> filter(Part part) {
    if (part.object("an event filter").isEmpty()) {
      return Optional.empty();
    }
    part.only(Set.of("with", "correlate"));
    var with =
        part.need("with", "the attributes of the events, e.g. with: {type: com.example.order}")
            .flatMap(w -> w.object("'with'"));
    if (with.isPresent() && with.get().node().isEmpty()) {
      with.get().wrong("'with' is empty; add at least one attribute, e.g. type");
    }
    return with.map(
        w -> new EventFilter(attributes(w), w.get("data").map(this::data), correlations(part)));
  }

  private LinkedHashMap<String, Template> attributes(Part with) {
    EventAttributes.check(with);
    var attributes = new LinkedHashMap<String, Template>();
    with.members()
        .forEach(
            (name, value) -> {
              if (!name.equals("data")) {
                attributes.put(name, phrases.template(value));
              }
            });
    return attributes;
  }

  private Template data(Part part) {
    return Phrases.delimited(part.node())
        ? phrases.computed(part, "'data'")
        : phrases.template(part);
  }

  private List<EventFilter.Correlation> correlations(Part filter) {
    var correlations = new ArrayList<EventFilter.Correlation>();
    filter
        .get("correlate")
        .flatMap(c -> c.object("'correlate'"))
        .ifPresent(
            c ->
                c.members()
                    .forEach((name, part) -> correlation(name, part).ifPresent(correlations::add)));
    return correlations;
  }

  private Optional<EventFilter.Correlation> correlation(String name, Part part) {
    if (part.object("a correlation").isEmpty()) {
      return Optional.empty();
    }
    part.only(Set.of("from", "expect"));
    return part.need("from", "an expression on the event, e.g. from: .data.orderId")
        .flatMap(from -> phrases.expression(from, "'from'"))
        .map(
            from ->
                new EventFilter.Correlation(name, from, part.get("expect").map(phrases::template)));
  }
}
