package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.db.Write;
import io.ganglion.expression.Expression;
import io.ganglion.expression.ExpressionFailed;
import io.ganglion.expression.Template;
import io.ganglion.kernel.Json;
import io.ganglion.run.Journal;
import io.ganglion.run.Step;
import io.ganglion.workflow.NamedTask;
import io.ganglion.workflow.Task;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One visit of one task: where it is, what it sees, and how its expressions are evaluated.
 *
 * @param position the DSL pointer with visit indices
 * @param rawInput before {@code input.from}; {@code input} after it
 * @param ending shared by what is known of one visit as it goes on
 */
record Visit(
    Walk walk,
    NamedTask task,
    String position,
    Frame frame,
    JsonNode rawInput,
    JsonNode input,
    Journal.Start start,
    Ending ending) {

  /** A visit that is no task's own. */
  Visit(
      Walk walk,
      NamedTask task,
      String position,
      Frame frame,
      JsonNode rawInput,
      JsonNode input,
      Journal.Start start) {
    this(walk, task, position, frame, rawInput, input, start, Ending.plain());
  }

  /** Behind a position: the timer that fixes its {@code now}. */
  static final String NOW = "#now";

  Visit withInput(JsonNode transformed) {
    return new Visit(walk, task, position, frame, rawInput, transformed, start, ending);
  }

  /** The same visit where more is to be seen, or it has to end earlier. */
  Visit within(Frame inner) {
    return new Visit(walk, task, position, inner, rawInput, input, start, ending);
  }

  /** The same visit with the context as it is now. */
  Visit asSeen() {
    return within(frame.branch());
  }

  /** The same visit in another walk of the run. */
  Visit in(Walk other) {
    return new Visit(other, task, position, frame, rawInput, input, start, ending);
  }

  /** Evaluates on the task's input with the arguments a task definition sees. */
  JsonNode evaluate(Template template) {
    return evaluate(template, input, Map.of());
  }

  JsonNode evaluate(Template template, JsonNode on, Map<String, JsonNode> more) {
    if (template.constant()) {
      return template.source();
    }
    return guarded(() -> template.evaluate(on, arguments(more)));
  }

  JsonNode evaluate(Expression expression, JsonNode on, Map<String, JsonNode> more) {
    return guarded(() -> expression.evaluate(on, arguments(more)));
  }

  boolean holds(Expression expression, JsonNode on, Map<String, JsonNode> more) {
    var value = guarded(() -> expression.first(on, arguments(more)));
    return !value.isNull() && !(value.isBoolean() && !value.booleanValue()); // jq's notion of true
  }

  private JsonNode guarded(java.util.function.Supplier<JsonNode> evaluation) {
    try {
      return evaluation.get();
    } catch (ExpressionFailed e) {
      throw fault(WorkflowError.Kind.EXPRESSION, String.valueOf(e.getMessage()));
    }
  }

  /**
   * {@code $context}, {@code $input}, {@code $task}, {@code $workflow}, {@code $runtime} and what
   * outer tasks defined.
   */
  private Map<String, JsonNode> arguments(Map<String, JsonNode> more) {
    var arguments = new Given(this);
    arguments.putAll(frame.variables());
    arguments.put("context", frame.context().get());
    arguments.put("input", input);
    arguments.put("task", frame.extended().orElseGet(() -> descriptor(more.get("taskOutput"))));
    arguments.put("workflow", walk.workflowDescriptor());
    arguments.put("runtime", RuntimeDescriptor.JSON);
    arguments.put("secrets", Json.object());
    arguments.putAll(more);
    arguments.remove("taskOutput");
    return arguments;
  }

  /** Arguments of one evaluation; the time is fixed only where an expression asks for it. */
  private static final class Given extends HashMap<String, JsonNode> {
    private static final long serialVersionUID = 1;
    private final transient Visit visit;

    private Given(Visit visit) {
      this.visit = visit;
    }

    @Override
    public @Nullable JsonNode get(@Nullable Object name) {
      return Expression.NOW.equals(name) ? visit.now() : super.get(name);
    }
  }

  /**
   * When the task began, in seconds. Fixed durably: what depends on it may be a condition, of which
   * there is no other record.
   */
  private JsonNode now() {
    var fixed = walk.journal().timer(position + NOW, began().truncatedTo(ChronoUnit.MILLIS));
    return DecimalNode.valueOf(BigDecimal.valueOf(fixed.toEpochMilli(), 3));
  }

  /** The workflow itself begins when its run does. */
  private Instant began() {
    return start.seq() < 0
        ? Instant.parse(walk.workflowDescriptor().at("/startedAt/iso8601").asText())
        : start.at();
  }

  /** The task as {@code $task} shows it. */
  ObjectNode descriptor(@Nullable JsonNode rawOutput) {
    var descriptor = Json.object();
    descriptor.put("name", task.name());
    descriptor.put("reference", task.pointer());
    descriptor.set("definition", task.task().common().source());
    descriptor.set("input", rawInput);
    descriptor.set("output", rawOutput == null ? NullNode.getInstance() : rawOutput);
    descriptor.set("startedAt", RuntimeDescriptor.time(start.at()));
    return descriptor;
  }

  Unwind.Fault fault(WorkflowError.Kind kind, String detail) {
    return new Unwind.Fault(kind.error(task.pointer(), detail));
  }

  /** The visit's record: completed, unless its output can't be used or it came too late. */
  Step completed(JsonNode output, int attempts) {
    var step = step(Step.State.COMPLETED, output, null, attempts);
    if (task.task() instanceof Task.Call && late(step)) {
      return faulted(Interpreter.timedOut(this).error(), attempts);
    }
    try {
      ending.left(this, output);
      return step;
    } catch (Unwind.Fault unusable) {
      return faulted(unusable.error(), attempts);
    }
  }

  private boolean late(Step ended) {
    return frame
        .deadline()
        .filter(own -> own.owner().equals(position) && own.passed(ended.endedAt()))
        .isPresent();
  }

  /** Appends its record with what belongs to it, atomically; returns when it is durable. */
  void append(Step step, List<Write> with) {
    walk.journal().append(step, with);
    ending.record();
  }

  /** Lets its record go with the next append. */
  void ride(Step step) {
    walk.journal().ride(step);
    ending.record();
  }

  /**
   * It has failed; that is on record from now on.
   *
   * @return the record; empty when it had one
   */
  Optional<Step> failed(Unwind.Fault fault) {
    return ends(faulted(fault.error(), 1));
  }

  /** Whether its end is on record. */
  boolean onRecord() {
    return ending.recorded() || walk.journal().recorded(position).isPresent();
  }

  /** It was stopped before its end. */
  void stopped() {
    ends(cancelled());
  }

  Step cancelled() {
    return step(Step.State.CANCELLED, null, null, 1);
  }

  private Optional<Step> ends(Step step) {
    var metadata = task.task().common().metadata();
    if (metadata.compensate() || metadata.compensation().isPresent()) {
      walk.compensable().doubt(this);
    }
    if (onRecord()) {
      return Optional.empty();
    }
    ride(step);
    return Optional.of(step);
  }

  Step faulted(WorkflowError error, int attempts) {
    return step(Step.State.FAULTED, null, error.toJson(), attempts);
  }

  private Step step(
      Step.State state, @Nullable JsonNode output, @Nullable JsonNode error, int attempts) {
    return new Step(
        position,
        start.seq(),
        task.name(),
        state,
        attempts,
        output,
        error,
        start.at(),
        walk.lease().now().truncatedTo(ChronoUnit.MICROS)); // as it is stored
  }
}
