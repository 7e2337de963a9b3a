package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.workflow.Task;
import java.util.List;

/** Ganglion's own functions; everything else a call may name is an action. */
record OwnCalls(SwarmCall swarms, StateCall states, ApprovalCall approvals, ReasonCall reasoning) {
  JsonNode call(Visit visit, Task.Call task, ActionCall actions) {
    return switch (task.function()) {
      case "ganglion.swarm" -> swarms.call(visit, task);
      case "ganglion.state" -> states.call(visit, task);
      case "ganglion.approval" -> approvals.call(visit, task);
      case "ganglion.reason" -> reasoning.call(visit, task);
      case "ganglion.record" -> record(visit, task);
      default -> actions.call(visit, task);
    };
  }

  private static JsonNode record(Visit visit, Task.Call task) {
    var value = visit.evaluate(task.with()).path("value");
    var output = value.isMissingNode() ? NullNode.getInstance() : value;
    var step = visit.completed(output, 1);
    visit.append(step, List.of());
    Timeouts.after(visit, step);
    return output;
  }
}
