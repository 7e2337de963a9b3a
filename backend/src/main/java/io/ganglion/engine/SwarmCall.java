package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.effect.Effects;
import io.ganglion.kernel.Json;
import io.ganglion.run.RunState;
import io.ganglion.workflow.Task;
import java.util.List;
import java.util.Optional;

/**
 * {@code ganglion.swarm}: one step fans out to many small models and folds their answers. Each
 * member is an effect of its own, numbered by its ordinal, and durable as soon as it has answered.
 * When the result is certain, members that were not started are never started, and those that wait
 * for an answer are sent home. In a world of the laboratory all are asked and counted in their
 * order, so that the same world gives the same result whoever answers first.
 */
final class SwarmCall {
  /** A result larger than this, as JSON, is an error. */
  private static final int MAX_RESULT_BYTES = 4 * 1024 * 1024;

  private final ActionCall calls;
  private final Effects effects;
  private final SwarmReader reader;

  SwarmCall(ActionCall calls, Effects effects, SwarmReader reader) {
    this.calls = calls;
    this.effects = effects;
    this.reader = reader;
  }

  /** Those that have to wait do it together, since members are no branches of the run. */
  JsonNode call(Visit visit, Task.Call task) {
    var alone = visit.in(visit.walk().restless());
    for (int looked = 0; ; looked++) {
      try {
        return folded(alone, task);
      } catch (Unwind.Parked parked) {
        if (parked.state() != RunState.WAITING) {
          throw parked;
        }
        Waiter.again(visit, looked, parked);
      }
    }
  }

  /** Whose answers are on record are not asked again. */
  private JsonNode folded(Visit visit, Task.Call task) {
    var swarm = reader.read(visit, task.with().source());
    var landings = new Landings(visit.walk().scope(), effects);
    var members = new Members(calls, visit, swarm, landings, new Crowd());
    if (visit.walk().inWorld()) {
      askAll(members);
      return finish(visit, swarm.tally());
    }
    var branches = new Branches<Boolean>();
    for (int i = 0; i < swarm.items().size(); i++) {
      int member = i;
      branches.add(() -> swarm.tally().decided() || asked(members, member));
    }
    var ended = branches.join(swarm.concurrency());
    landings.await();
    if (!swarm.tally().decided()) {
      Branches.rethrow(ended);
    }
    return finish(visit, swarm.tally());
  }

  private static void askAll(Members members) {
    var swarm = members.swarm();
    var branches = new Branches<Optional<Reducer.Answer>>();
    for (int i = 0; i < swarm.items().size(); i++) {
      int member = i;
      branches.add(() -> members.answer(member));
    }
    var ended = branches.join(swarm.concurrency());
    members.landings().await();
    Branches.rethrow(ended);
    for (int i = 0; i < ended.size(); i++) {
      var answer = ended.get(i).value();
      if (answer != null && answer.isPresent()) {
        swarm.tally().answered(answer.get());
      } else {
        swarm.tally().failed(i);
      }
    }
  }

  private static boolean asked(Members members, int member) {
    var tally = members.swarm().tally();
    var answer = members.answer(member);
    if (answer.isPresent()) {
      tally.answered(answer.get());
    } else {
      tally.failed(member);
    }
    if (tally.decided()) {
      members.crowd().goHome();
    }
    return true;
  }

  private static JsonNode finish(Visit visit, Tally tally) {
    var value = tally.value();
    if (value.isEmpty()) {
      throw failed(visit, "the swarm came to no result: " + tally.summary());
    }
    var output = Json.object();
    output.set("value", value.get());
    output.setAll(tally.counts());
    if (Json.write(output).length() > MAX_RESULT_BYTES) {
      throw failed(
          visit, "the swarm's result is larger than %,d bytes".formatted(MAX_RESULT_BYTES));
    }
    var step = visit.completed(output, 1);
    visit.append(step, List.of());
    Timeouts.after(visit, step);
    return output;
  }

  private static Unwind failed(Visit visit, String detail) {
    var error = WorkflowError.Kind.RUNTIME.error(visit.task().pointer(), detail);
    var step = visit.faulted(error, 1);
    visit.append(step, List.of());
    Timeouts.after(visit, step);
    return new Unwind.Fault(error);
  }
}
