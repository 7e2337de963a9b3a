package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.expression.Expression;
import io.ganglion.expression.ExpressionFailed;
import io.ganglion.expression.Template;
import io.ganglion.kernel.Json;
import io.ganglion.run.Journal;
import io.ganglion.run.Step;
import io.ganglion.workflow.NamedTask;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One visit of one task: where it is, what it sees, and how its expressions are evaluated.
 *
 * @param position the DSL pointer with visit indices
 * @param rawInput before {@code input.from}; {@code input} after it
 */
record Visit(
    Walk walk,
    NamedTask task,
    String position,
    Frame frame,
    JsonNode rawInput,
    JsonNode input,
    Journal.Start start) {

  Visit withInput(JsonNode transformed) {
    return new Visit(walk, task, position, frame, rawInput, transformed, start);
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
    var arguments = new HashMap<>(frame.variables());
    arguments.put("context", frame.context().get());
    arguments.put("input", input);
    arguments.put("task", descriptor(more.get("taskOutput")));
    arguments.put("workflow", walk.workflowDescriptor());
    arguments.put("runtime", RuntimeDescriptor.JSON);
    arguments.put("secrets", Json.object());
    arguments.putAll(more);
    arguments.remove("taskOutput");
    return arguments;
  }

  private JsonNode descriptor(@Nullable JsonNode rawOutput) {
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

  Step completed(JsonNode output, int attempts) {
    return step(Step.State.COMPLETED, output, null, attempts);
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
