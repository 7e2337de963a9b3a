package io.ganglion.workflow;

import io.ganglion.expression.Expression;
import java.util.List;

/** Which events a task or a schedule consumes: the DSL's event consumption strategy. */
public sealed interface Consumption {
  /** Of the events that make up the output, in the order they are written. */
  List<EventFilter> filters();

  /** The first event that fits. */
  record One(EventFilter filter) implements Consumption {
    @Override
    public List<EventFilter> filters() {
      return List.of(filter);
    }
  }

  /** One event for each filter, in any order. */
  record All(List<EventFilter> filters) implements Consumption {
    public All {
      filters = List.copyOf(filters);
    }
  }

  /**
   * Events that fit any filter.
   *
   * @param filters empty for every event there is
   */
  record Any(List<EventFilter> filters, Until until) implements Consumption {
    public Any {
      filters = List.copyOf(filters);
    }
  }

  /** When consuming any events ends. */
  sealed interface Until {
    /** After the first event. */
    record First() implements Until {}

    /**
     * Once it holds, looked at after each event.
     *
     * @param condition on the array of what was consumed so far
     */
    record Holds(Expression condition) implements Until {}

    /** Once these events have come; they are no part of the output. */
    record Consumed(Consumption events) implements Until {}
  }
}
