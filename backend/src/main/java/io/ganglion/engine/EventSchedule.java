package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.bus.CloudEvent;
import io.ganglion.bus.Mailbox;
import io.ganglion.expression.Expression;
import io.ganglion.expression.ExpressionFailed;
import io.ganglion.expression.Template;
import io.ganglion.kernel.Json;
import io.ganglion.workflow.Consumption;
import io.ganglion.workflow.DueSchedules.Due;
import io.ganglion.workflow.DueSchedules.Turned;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Consumes events towards the runs of a schedule, a page at a time. Where filters correlate, each
 * correlation gathers towards a run of its own: one that is never complete keeps no other.
 */
final class EventSchedule {
  /** So many correlations may be under way; one more, and the oldest is given up. */
  static final int MOST = 100;

  /**
   * What is gathered towards several runs has so many characters at most; the oldest is given up.
   */
  private static final int MOST_HELD = 4 << 20;

  private final Consumption events;
  private final boolean correlates;
  private final List<Gathering> open = new ArrayList<>();
  private int givenUp;

  private EventSchedule(Consumption events) {
    this.events = events;
    this.correlates =
        events.filters().stream().anyMatch(filter -> !filter.correlations().isEmpty());
  }

  /**
   * What a page of events came to.
   *
   * @param inputs of the runs to be started: each the array of its events
   * @param givenUp what was gathered towards so many runs that won't be
   * @param after events up to this one are decided
   * @param more whether there may be further events already
   */
  record Consumed(List<JsonNode> inputs, int givenUp, long after, JsonNode held, boolean more) {
    Turned turned(Due due, @Nullable UUID lastRun, Instant now) {
      return new Turned(due, more ? now : null, inputs.size(), givenUp, lastRun, after, held);
    }
  }

  static Consumed consume(Connection connection, Due due, Consumption events) throws SQLException {
    var schedule = new EventSchedule(events);
    schedule.comeBack(due.held());
    var types = Consuming.of(events, new Alone()).types();
    var letters = Mailbox.read(connection, due.tenant(), null, due.afterSeq(), types);
    var inputs = new ArrayList<JsonNode>();
    for (var letter : letters) {
      schedule.offer(letter.event()).ifPresent(inputs::add);
    }
    long after = letters.isEmpty() ? due.afterSeq() : letters.getLast().seq();
    boolean more = letters.size() == Mailbox.PAGE;
    return new Consumed(inputs, schedule.givenUp, after, schedule.held(), more);
  }

  /** Events on their way to one run. */
  private final class Gathering {
    private final Consuming consuming = Consuming.of(events, new Alone());
    private final ArrayNode taken = Json.mapper().createArrayNode();
    private int size;

    private void take(int filter, CloudEvent event) {
      consuming.take(filter, event);
      taken.addObject().put("filter", filter).set("event", event.envelope());
      size += Json.write(event.envelope()).length();
    }

    private ArrayNode input() {
      var input = Json.mapper().createArrayNode();
      for (var one : taken) {
        if (consuming.shown(one.path("filter").asInt())) {
          input.add(one.get("event"));
        }
      }
      return input;
    }
  }

  /**
   * What is open now, to be kept: each event with its filter, and the run that it is gathered for.
   */
  private ArrayNode held() {
    var held = Json.mapper().createArrayNode();
    for (int run = 0; run < open.size(); run++) {
      for (var one : open.get(run).taken) {
        held.addObject().put("run", run).setAll((ObjectNode) one);
      }
    }
    return held;
  }

  private void comeBack(JsonNode held) {
    for (var past : held) {
      while (open.size() <= past.path("run").asInt()) {
        open.add(new Gathering());
      }
      var event = new CloudEvent((ObjectNode) past.get("event"));
      open.get(past.path("run").asInt()).take(past.path("filter").asInt(), event);
    }
  }

  /** The input of a run, once there are enough events for one; the oldest takes first. */
  private Optional<JsonNode> offer(CloudEvent event) {
    for (var one : open) {
      var filter = one.consuming.wants(event);
      if (filter.isPresent()) {
        return taken(one, filter.getAsInt(), event);
      }
    }
    var fresh = new Gathering();
    var filter = fresh.consuming.wants(event);
    if (filter.isEmpty()
        || (!correlates && !open.isEmpty())
        || open.stream().anyMatch(one -> one.consuming.knows(event))) { // it came once more
      return Optional.empty();
    }
    open.add(fresh);
    return taken(fresh, filter.getAsInt(), event);
  }

  private void keepWithin() {
    int size = open.stream().mapToInt(one -> one.size).sum();
    while (open.size() > 1 && (open.size() > MOST || size > MOST_HELD)) {
      size -= open.removeFirst().size;
      givenUp++;
    }
  }

  private Optional<JsonNode> taken(Gathering by, int filter, CloudEvent event) {
    by.take(filter, event);
    var input = by.input();
    if (!by.consuming.over(until -> holds(until, input))) {
      keepWithin();
      return Optional.empty();
    }
    open.remove(by);
    return Optional.of(input);
  }

  private static boolean holds(Consumption.Until.Holds until, JsonNode input) {
    return unlessFailed(() -> until.condition().first(input, Map.of()))
        .map(value -> !value.isNull() && !(value.isBoolean() && !value.booleanValue()))
        .orElse(false);
  }

  private static Optional<JsonNode> unlessFailed(Supplier<JsonNode> evaluation) {
    try {
      return Optional.of(evaluation.get());
    } catch (ExpressionFailed e) {
      return Optional.empty();
    }
  }

  /** There is no task and no input around a schedule. */
  private static final class Alone implements EventMatch.Evaluation {
    @Override
    public JsonNode ahead(Template template) {
      return unlessFailed(() -> template.evaluate(NullNode.getInstance(), Map.of()))
          .orElse(NullNode.getInstance());
    }

    @Override
    public Optional<JsonNode> on(Template template, JsonNode event) {
      return unlessFailed(() -> template.evaluate(event, Map.of()));
    }

    @Override
    public Optional<JsonNode> on(Expression expression, JsonNode event) {
      return unlessFailed(() -> expression.evaluate(event, Map.of()));
    }
  }
}
