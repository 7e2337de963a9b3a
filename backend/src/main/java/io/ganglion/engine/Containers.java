package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.bus.BusWrite;
import io.ganglion.db.Write;
import io.ganglion.engine.Interpreter.Result;
import io.ganglion.kernel.Json;
import io.ganglion.run.RunWrite;
import io.ganglion.workflow.NamedTask;
import io.ganglion.workflow.Task;
import io.ganglion.workflow.Then;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Tasks that hold tasks; walked again on every replay, the leaves inside answer from the journal.
 */
final class Containers {
  /** Behind a competing fork's position: the engine's own record, of no task. */
  private static final String WINNER = "#winner";

  /** Behind another fork's position: the same, of the branch that failed first. */
  private static final String FAILED = "#failed";

  private final Interpreter interpreter;
  private final Retries retries = new Retries();

  Containers(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  Result list(Visit visit, Task.Do task) {
    var output =
        interpreter.list(
            visit.walk(), task.tasks(), visit.position() + "/do", visit.frame(), visit.input());
    return new Result(output, task.common().then());
  }

  Result loop(Visit visit, Task.For task) {
    var items = visit.evaluate(task.in(), visit.input(), Map.of());
    if (!items.isArray()) {
      throw visit.fault(
          WorkflowError.Kind.EXPRESSION,
          "'for.in' gave %s, not an array".formatted(items.getNodeType()));
    }
    var compaction = visit.walk().compaction();
    var resumed = compaction.round(visit);
    var data = resumed.map(Resume.Round::data).orElse(visit.input());
    for (int i = resumed.map(Resume.Round::next).orElse(0); i < items.size(); i++) {
      var frame = visit.frame().with(task.each(), items.get(i)).with(task.at(), IntNode.valueOf(i));
      var around = visit.within(frame);
      if (task.condition().isPresent() && !around.holds(task.condition().get(), data, Map.of())) {
        break;
      }
      var path = visit.position() + "[" + i + "]/do";
      data = interpreter.list(visit.walk(), task.tasks(), path, frame, data);
      compaction.rounded(visit, i + 1, data);
    }
    return new Result(data, task.common().then());
  }

  /** Conditions first, in their order; then the case without one, wherever it stands. */
  Result choose(Visit visit, Task.Switch task) {
    var otherwise = task.common().then();
    for (var one : task.cases()) {
      if (one.when().isEmpty()) {
        otherwise = one.then();
      } else if (visit.holds(one.when().get(), visit.input(), Map.of())) {
        return new Result(visit.input(), one.then());
      }
    }
    return new Result(visit.input(), otherwise);
  }

  /** The function's task, with the arguments as its raw input. */
  Result invoke(Visit visit, Task.Invoke task) {
    var arguments = visit.evaluate(task.with());
    var frame = visit.frame().called();
    var path = visit.position() + "/call";
    var result = interpreter.task(visit.walk(), task.function(), path, frame, arguments);
    return new Result(result.output(), task.common().then());
  }

  Result fork(Visit visit, Task.Fork task) {
    if (task.branches().isEmpty()) {
      var nothing = task.compete() ? NullNode.getInstance() : Json.mapper().createArrayNode();
      return new Result(nothing, task.common().then());
    }
    return task.compete() ? compete(visit, task) : all(visit, task);
  }

  /**
   * The first branch that fails, or ends the workflow, stops the others: they end the acts that
   * they have under way and begin nothing more. A replay takes the one of record.
   */
  private Result all(Visit visit, Task.Fork task) {
    var walk = visit.walk().forked(task.branches().size());
    var before = visit.frame().context().get();
    var known = failed(visit);
    var failed = new AtomicInteger(known.orElse(-1));
    var frames = new ArrayList<Frame>();
    var branches = new Branches<JsonNode>();
    var stopped = walk.unless(() -> failed.get() >= 0);
    for (int i = 0; i < task.branches().size(); i++) {
      int index = i;
      var branch = task.branches().get(i);
      var path = visit.position() + "/fork/branches/" + i;
      var frame = visit.frame().branch();
      var own = known.equals(OptionalInt.of(i)) ? walk : stopped;
      frames.add(frame);
      branches.add(
          () -> {
            try {
              return walked(own, branch, path, frame, visit.input());
            } catch (Unwind.Fault | Unwind.End over) {
              if (failed.compareAndSet(-1, index)) {
                walk.awake().stir();
              }
              throw over;
            }
          });
    }
    var ended = branches.join(walk.awake(), Branches::fails);
    Branches.rethrowBroken(ended);
    if (failed.get() >= 0 && !handedOver(ended) && !visit.walk().cancelled().getAsBoolean()) {
      throw failure(visit, failed.get(), known.isPresent(), ended);
    }
    Branches.rethrow(ended);
    var output = Json.mapper().createArrayNode();
    ended.forEach(branch -> output.add(branch.value()));
    frames.forEach(
        frame -> {
          visit.frame().context().merge(before, frame.context().get());
          visit.frame().context().sawAlso(frame.context());
        });
    return new Result(output, task.common().then());
  }

  /** A branch's output; one whose task says so ends the workflow, as a task inside of it would. */
  private JsonNode walked(Walk walk, NamedTask branch, String path, Frame frame, JsonNode input) {
    var result = interpreter.task(walk, branch, path, frame, input);
    if (result.then() instanceof Then.End) {
      throw new Unwind.End(result.output());
    }
    return result.output();
  }

  private static boolean handedOver(List<Branches.Ended<JsonNode>> ended) {
    return ended.stream().anyMatch(branch -> branch.stopped() instanceof Unwind.HandedOver);
  }

  /** What one branch stopped with, for all; on record, with what ends the waiting of the others. */
  private static RuntimeException failure(
      Visit visit, int failed, boolean onRecord, List<Branches.Ended<JsonNode>> ended) {
    ended.forEach(Containers::giveUp);
    if (!onRecord) {
      var record = visit.completed(IntNode.valueOf(failed), 1).at(visit.position() + FAILED);
      visit.walk().journal().append(record, left(visit));
    }
    return Objects.requireNonNull(ended.get(failed).stopped());
  }

  /** Which branch failed first, where that is on record. */
  private static OptionalInt failed(Visit visit) {
    return visit
        .walk()
        .journal()
        .recorded(visit.position() + FAILED)
        .map(step -> OptionalInt.of(Objects.requireNonNull(step.output()).asInt()))
        .orElseGet(OptionalInt::empty);
  }

  /**
   * The first branch that ends wins; a replay takes the winner of record. The others end the acts
   * that they have under way. What the winner exported, consumed and saw counts, as though it were
   * alone; a replay walks the winner again to come to it, and the beaten for what they landed.
   */
  private Result compete(Visit visit, Task.Fork task) {
    var walk = visit.walk().forked(task.branches().size());
    var unnumbered = walk.journal().recorded(visit.position() + WINNER);
    if (unnumbered.isPresent()) { // of an earlier engine, which did not say who won
      return new Result(Leaves.answer(visit, unnumbered.get()), task.common().then());
    }
    var before = visit.frame().context().get();
    var known = winner(visit, task);
    var winner = new AtomicInteger(known.orElse(-1));
    var frames = new ArrayList<Frame>();
    var branches = new Branches<JsonNode>();
    var crowd = new Crowd();
    var beaten = walk.racing(() -> winner.get() >= 0, crowd);
    for (int i = 0; i < task.branches().size(); i++) {
      int index = i;
      var branch = task.branches().get(i);
      var path = visit.position() + "/fork/branches/" + i;
      var frame = visit.frame().branch();
      var own = known.equals(OptionalInt.of(i)) ? walk : beaten;
      frames.add(frame);
      branches.add(
          () -> {
            var output = walked(own, branch, path, frame, visit.input());
            if (winner.compareAndSet(-1, index)) {
              crowd.goHome();
              walk.awake().stir();
            }
            return output;
          });
    }
    var ended = branches.join(walk.awake(), Branches::decides);
    Branches.rethrowBroken(ended);
    if (winner.get() < 0) {
      Branches.rethrowUnlessOpen(ended);
    }
    var won = ended.get(winner.get());
    if (won.stopped() != null) {
      throw won.stopped();
    }
    var output = Objects.requireNonNull(won.value());
    ended.forEach(Containers::giveUp);
    var context = frames.get(winner.get()).context();
    visit.frame().context().merge(before, context.get());
    visit.frame().context().sawAlso(context);
    if (known.isEmpty()) { // the fork's own output and export see what the winner exported
      record(visit, winner.get(), output);
    }
    return new Result(output, task.common().then());
  }

  /** A beaten branch that only waited is not walked again. */
  private static void giveUp(Branches.Ended<JsonNode> branch) {
    if (branch.stopped() instanceof Unwind.Parked parked) {
      parked.left().forEach(Visit::stopped);
    }
  }

  /** Which branch won, where that is on record. */
  private static OptionalInt winner(Visit visit, Task.Fork task) {
    var journal = visit.walk().journal();
    return IntStream.range(0, task.branches().size())
        .filter(i -> journal.recorded(visit.position() + WINNER + "/" + i).isPresent())
        .findFirst();
  }

  /** Who won, with what ends the waiting of the beaten. */
  private static void record(Visit visit, int winner, JsonNode output) {
    var record = visit.completed(output, 1).at(visit.position() + WINNER + "/" + winner);
    visit.walk().journal().append(record, left(visit));
  }

  /** Ends what branches that go no further wait for; runs that they wait for are stopped too. */
  private static List<Write> left(Visit visit) {
    var walk = visit.walk();
    var run = walk.run();
    var branches = visit.position() + "/fork/branches";
    var given = new ArrayList<Write>();
    given.add(new BusWrite.Unlisten(run.tenant(), run.id(), branches + "/"));
    given.add(new RunWrite.StopChildren(run.tenant(), run.id(), branches + "/"));
    given.addAll(walk.approvals().withdraw(branches));
    return given;
  }

  Result attempt(Visit visit, Task.Try task) {
    for (int failed = 1; ; failed++) {
      try {
        return new Result(tried(visit, task, failed), task.common().then());
      } catch (Unwind.Fault fault) {
        var error = fault.error().toJson();
        if (!retries.catches(visit, task.handler(), error)) {
          throw fault;
        }
        if (retries.again(visit, task.handler(), error, failed)) {
          continue;
        }
        return new Result(handled(visit, task.handler(), error, fault), task.common().then());
      }
    }
  }

  /** One try; passing its own time limit is an error like another. */
  private JsonNode tried(Visit visit, Task.Try task, int number) {
    var frame = number == 1 ? visit.frame() : visit.frame().trying(Retry.of(visit));
    var limit = task.handler().retry().flatMap(policy -> policy.attemptTimeout());
    var owner = "";
    if (limit.isPresent()) {
      var deadline = Timeouts.ofTry(visit, limit.get(), number);
      owner = deadline.owner();
      frame = frame.until(deadline);
    }
    var path = visit.position() + "/try";
    try {
      return interpreter.list(visit.walk(), task.tasks(), path, frame, visit.input());
    } catch (Unwind.TimedOut timedOut) {
      if (limit.isPresent() && timedOut.owner().equals(owner)) {
        throw Interpreter.timedOut(visit);
      }
      throw timedOut;
    }
  }

  private JsonNode handled(Visit visit, Task.Catch handler, JsonNode error, Unwind.Fault fault) {
    if (!handler.handles()) {
      if (handler.retry().isPresent()) {
        throw fault; // tried again until the policy's end: nothing handles it
      }
      return visit.input();
    }
    var frame = visit.frame().with(handler.as(), error);
    var path = visit.position() + "/catch/do";
    return interpreter.list(visit.walk(), handler.tasks(), path, frame, visit.input());
  }
}
