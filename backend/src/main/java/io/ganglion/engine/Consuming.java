package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.bus.CloudEvent;
import io.ganglion.workflow.Consumption;
import io.ganglion.workflow.Consumption.Until;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How far the consumption of events is: says of each event, in the order of the bus, whether it is
 * consumed, and when there are enough. Pure: the same events give the same answers.
 */
final class Consuming {
  private final Consumption strategy;
  private final List<EventMatch> matches;
  private final Set<Integer> fulfilled = new HashSet<>();
  private final @Nullable Consuming until;
  private int taken;

  private Consuming(Consumption strategy, List<EventMatch> matches, @Nullable Consuming until) {
    this.strategy = strategy;
    this.matches = matches;
    this.until = until;
  }

  /**
   * @param evaluation what expressions see beside the event
   */
  static Consuming of(Consumption strategy, EventMatch.Evaluation evaluation) {
    return of(strategy, evaluation, new Correlations());
  }

  private static Consuming of(
      Consumption strategy, EventMatch.Evaluation evaluation, Correlations correlations) {
    var matches = new ArrayList<EventMatch>();
    strategy.filters().forEach(f -> matches.add(EventMatch.of(f, evaluation, correlations)));
    if (matches.isEmpty()) {
      matches.add(EventMatch.EVERY);
    }
    return new Consuming(strategy, matches, until(strategy, evaluation, correlations));
  }

  private static @Nullable Consuming until(
      Consumption strategy, EventMatch.Evaluation evaluation, Correlations correlations) {
    return strategy instanceof Consumption.Any(var filters, Until.Consumed(var events))
        ? of(events, evaluation, correlations)
        : null;
  }

  /** The number of the filter that would consume the event; empty for none. */
  OptionalInt wants(CloudEvent event) {
    if (until != null) {
      var ending = until.wants(event); // first: what ends the listening is no part of the output
      if (ending.isPresent()) {
        return OptionalInt.of(matches.size() + ending.getAsInt());
      }
    }
    for (int i = 0; i < matches.size(); i++) {
      boolean open = !(strategy instanceof Consumption.All) || !fulfilled.contains(i);
      if (open && matches.get(i).fits(event)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** Whether the event is one of these, consumed already or not. */
  boolean knows(CloudEvent event) {
    return matches.stream().anyMatch(match -> match.fits(event));
  }

  /** Consumes an event. */
  void take(int filter, CloudEvent event) {
    if (until != null && filter >= matches.size()) {
      until.take(filter - matches.size(), event);
      return;
    }
    matches.get(filter).correlate(event);
    fulfilled.add(filter);
    taken++;
  }

  /** Whether events consumed by this filter are part of the output. */
  boolean shown(int filter) {
    return filter < matches.size();
  }

  /**
   * Whether nothing more is to be consumed.
   *
   * @param condition whether an {@code until} holds for what was consumed so far
   */
  boolean over(Predicate<Until.Holds> condition) {
    return switch (strategy) {
      case Consumption.One one -> taken > 0;
      case Consumption.All all -> fulfilled.size() == matches.size();
      case Consumption.Any any ->
          switch (any.until()) {
            case Until.First first -> taken > 0;
            case Until.Holds holds -> taken > 0 && condition.test(holds);
            case Until.Consumed consumed -> until != null && until.over(condition);
          };
    };
  }

  /** What events must have to be of any concern: by type and source, empty for any. */
  List<EventMatch> sieve() {
    var all = new ArrayList<>(matches);
    if (until != null) {
      all.addAll(until.sieve());
    }
    return all;
  }

  /** Types of interest; empty when any may be. */
  List<String> types() {
    var types = sieve().stream().map(EventMatch::type).distinct().toList();
    return types.contains("") ? List.of() : types;
  }

  /** Equality of JSON values, where a text stands for the number or truth value it spells. */
  static boolean same(JsonNode one, JsonNode other) {
    return one.isValueNode() && other.isValueNode() && !one.isNull() && !other.isNull()
        ? one.asText().equals(other.asText())
        : one.equals(other);
  }
}
