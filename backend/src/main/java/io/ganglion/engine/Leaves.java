package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.run.Step;
import io.ganglion.workflow.Task;

/** Tasks without tasks inside: a visit that is on record answers from the journal. */
final class Leaves {
  private final ActionCall actions;
  private final OwnCalls own;
  private final Group groups;

  Leaves(ActionCall actions, OwnCalls own, Group groups) {
    this.actions = actions;
    this.own = own;
    this.groups = groups;
  }

  JsonNode call(Visit visit, Task.Call task) {
    var recorded = visit.walk().journal().recorded(visit.position());
    if (recorded.isPresent()) {
      ActionCall.remember(visit);
      if (task.function().equals("ganglion.state")) {
        StateCall.recall(visit, task, recorded.get());
      }
      Timeouts.after(visit, recorded.get());
      return answer(visit, recorded.get());
    }
    return own.call(visit, task, actions);
  }

  JsonNode group(Visit visit, Task.Fork task) {
    var recorded = visit.walk().journal().recorded(visit.position());
    if (recorded.isPresent()) {
      ActionCall.remember(visit);
      return answer(visit, recorded.get());
    }
    return groups.commit(visit, task);
  }

  JsonNode set(Visit visit, Task.Set task) {
    var recorded = visit.walk().journal().recorded(visit.position());
    if (recorded.isPresent()) {
      return answer(visit, recorded.get());
    }
    var output = visit.evaluate(task.values());
    visit.ride(visit.completed(output, 1));
    return output;
  }

  JsonNode pause(Visit visit, Task.Wait task) {
    var walk = visit.walk();
    var recorded = walk.journal().recorded(visit.position());
    if (recorded.isPresent()) {
      answer(visit, recorded.get());
    } else {
      var length = Timeouts.duration(visit, task.duration(), "'wait'");
      var due = walk.lease().now().plus(length);
      if (length.compareTo(Waiter.IN_MEMORY) > 0) {
        due = walk.journal().timer(visit.position(), due);
      }
      Waiter.until(visit, due, "timer", "waits until " + due);
      visit.ride(visit.completed(visit.input(), 1));
    }
    return visit.input();
  }

  Unwind.Fault raise(Visit visit, Task.Raise task) {
    var recorded = visit.walk().journal().recorded(visit.position());
    if (recorded.isPresent()) {
      answer(visit, recorded.get());
    }
    var error = Raising.error(visit, task.error());
    visit.ride(visit.faulted(error, 1));
    return new Unwind.Fault(error);
  }

  /** What a visit on record came to: its output, or the fault or end it stopped with. */
  static JsonNode answer(Visit visit, Step step) {
    return switch (step.state()) {
      case COMPLETED -> step.output() == null ? NullNode.getInstance() : step.output();
      case FAULTED ->
          throw new Unwind.Fault(
              WorkflowError.fromJson(java.util.Objects.requireNonNull(step.error())));
      case CANCELLED -> {
        Timeouts.after(visit, step); // else it was stopped for another reason
        throw new Unwind.Cancelled();
      }
    };
  }
}
