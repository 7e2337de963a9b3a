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

/** Consumes events towards the runs of a schedule, a page at a time. */
final class EventSchedule {
  private Consuming consuming;
  private ArrayNode held = Json.mapper().createArrayNode();
  private final Consumption events;

  private EventSchedule(Consumption events) {
    this.events = events;
    this.consuming = Consuming.of(events, new Alone());
  }

  /**
   * What a page of events came to.
   *
   * @param inputs of the runs to be started: each the array of its events
   * @param after events up to this one are decided
   * @param more whether there may be further events already
   */
  record Consumed(List<JsonNode> inputs, long after, JsonNode held, boolean more) {
    Turned turned(Due due, @Nullable UUID lastRun, Instant now) {
      return new Turned(due, more ? now : null, inputs.size(), 0, lastRun, after, held);
    }
  }

  static Consumed consume(Connection connection, Due due, Consumption events) throws SQLException {
    var schedule = new EventSchedule(events);
    for (var past : due.held()) {
      schedule.take(past.path("filter").asInt(), new CloudEvent((ObjectNode) past.get("event")));
    }
    var letters =
        Mailbox.read(connection, due.tenant(), null, due.afterSeq(), schedule.consuming.types());
    var inputs = new ArrayList<JsonNode>();
    for (var letter : letters) {
      schedule.offer(letter.event()).ifPresent(inputs::add);
    }
    long after = letters.isEmpty() ? due.afterSeq() : letters.getLast().seq();
    return new Consumed(inputs, after, schedule.held, letters.size() == Mailbox.PAGE);
  }

  /** The input of a run, once there are enough events for one. */
  private Optional<JsonNode> offer(CloudEvent event) {
    var filter = consuming.wants(event);
    if (filter.isEmpty()) {
      return Optional.empty();
    }
    take(filter.getAsInt(), event);
    var input = input();
    if (!consuming.over(until -> holds(until, input))) {
      return Optional.empty();
    }
    consuming = Consuming.of(events, new Alone());
    held = Json.mapper().createArrayNode();
    return Optional.of(input);
  }

  private void take(int filter, CloudEvent event) {
    consuming.take(filter, event);
    held.addObject().put("filter", filter).set("event", event.envelope());
  }

  private ArrayNode input() {
    var input = Json.mapper().createArrayNode();
    for (var one : held) {
      if (consuming.shown(one.path("filter").asInt())) {
        input.add(one.get("event"));
      }
    }
    return input;
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
