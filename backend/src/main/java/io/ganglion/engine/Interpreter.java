package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.bus.Mailbox;
import io.ganglion.run.Journal;
import io.ganglion.schema.Schemas;
import io.ganglion.workflow.Data;
import io.ganglion.workflow.Extension;
import io.ganglion.workflow.Metadata;
import io.ganglion.workflow.NamedTask;
import io.ganglion.workflow.Task;
import io.ganglion.workflow.Then;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Walks a workflow as plain blocking code, a virtual thread a run and a branch.
 *
 * <p>Containers are walked again on a replay; leaves whose visit is recorded answer from the
 * journal.
 */
final class Interpreter implements Program {
  /** A run that visits more tasks than this is ended with a runtime error. */
  static final long MAX_TASKS = 1_000_000;

  private final Leaves leaves;
  private final SubRun subRuns;
  private final Containers containers;
  private final TopList top = new TopList(this);
  private final Listening listening;
  private final Extending extending = new Extending(this);
  private final Schemas schemas;

  Interpreter(Leaves leaves, SubRun subRuns, Schemas schemas, Mailbox mailbox) {
    this.leaves = leaves;
    this.subRuns = subRuns;
    this.schemas = schemas;
    this.containers = new Containers(this);
    this.listening = new Listening(mailbox, new ListenItems(this));
  }

  /** What a task leaves behind: its transformed output and where the flow goes. */
  record Result(JsonNode output, Then then) {}

  /** Walks from the first task to the end and gives the workflow's output. */
  @Override
  public JsonNode run(Walk walk) {
    var definition = walk.definition();
    var whole = whole(walk);
    check(whole, definition.input(), whole.rawInput(), "input");
    var input = transform(whole, definition.input(), whole.rawInput());
    var frame = Frame.of(new Frame.Context(input));
    if (definition.timeout().isPresent()) {
      frame = frame.until(Timeouts.of(whole, definition.timeout().get()));
    }
    JsonNode last;
    try {
      last = top.walk(walk, frame, input);
    } catch (Unwind.End end) {
      last = end.output();
    } catch (Unwind.TimedOut timedOut) {
      throw timedOut(whole);
    }
    var output = transform(whole(walk, frame, last), definition.output(), last);
    check(whole, definition.output(), output, "output");
    OutputLimit.check(whole, output);
    return output;
  }

  /** The workflow itself as a visit, for what belongs to no task. */
  static Visit whole(Walk walk) {
    var frame = Frame.of(new Frame.Context(NullNode.getInstance()));
    return whole(walk, frame, walk.run().input());
  }

  private static Visit whole(Walk walk, Frame frame, JsonNode input) {
    var definition = walk.definition();
    var common =
        new Task.Common(
            Optional.empty(),
            Data.ANY,
            Data.ANY,
            Data.ANY,
            Optional.empty(),
            new Then.Continue(),
            Metadata.NONE,
            definition.source());
    var task = new NamedTask(definition.name(), "/", new Task.Do(common, List.of()));
    return new Visit(walk, task, "", frame, input, input, new Journal.Start(-1, Instant.EPOCH));
  }

  /** Walks a list of tasks; the output of each is the input of the next. */
  JsonNode list(Walk walk, List<NamedTask> tasks, String path, Frame frame, JsonNode input) {
    return walked(walk, tasks, path, frame, input).output();
  }

  /** As {@link #list}; it goes on, unless the list ended by {@code exit}. */
  Result walked(Walk walk, List<NamedTask> tasks, String path, Frame frame, JsonNode input) {
    var result = new Result(input, new Then.Continue());
    int next = 0;
    while (next < tasks.size()) {
      result = task(walk, tasks.get(next), path + "/" + next, frame, result.output());
      next = next(tasks, next, result);
    }
    return result.then() instanceof Then.Exit
        ? result
        : new Result(result.output(), new Then.Continue());
  }

  /** The number of the task that follows one; that of tasks for none. */
  static int next(List<NamedTask> tasks, int now, Result result) {
    return switch (result.then()) {
      case Then.Continue c -> now + 1;
      case Then.Exit e -> tasks.size();
      case Then.End e -> throw new Unwind.End(result.output());
      case Then.GoTo go -> indexOf(tasks, go.task());
    };
  }

  private static int indexOf(List<NamedTask> tasks, String name) {
    for (int i = 0; i < tasks.size(); i++) {
      if (tasks.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalStateException("validated: no task " + name);
  }

  /** Visits one task: condition, input, the task itself, output, export. */
  Result task(Walk walk, NamedTask task, String path, Frame outer, JsonNode rawInput) {
    var position = walk.visit(path + "/" + task.name());
    var start = walk.journal().start(position, walk.lease().now());
    var ending = new Ending(this::left);
    var visit = new Visit(walk, task, position, outer, rawInput, rawInput, start, ending);
    try {
      return visited(visit);
    } catch (Unwind.Fault fault) {
      visit.failed(fault);
      throw fault;
    } catch (Unwind.Cancelled | Unwind.TimedOut cut) {
      visit.stopped();
      throw cut;
    } catch (Unwind.Parked parked) {
      parked.leave(visit);
      throw parked;
    }
  }

  private Result visited(Visit raw) {
    var walk = raw.walk();
    var common = raw.task().task().common();
    count(raw);
    if (common.condition().isPresent()
        && !raw.holds(common.condition().get(), raw.rawInput(), Map.of())) {
      return new Result(raw.rawInput(), new Then.Continue());
    }
    var extensions = extending.around(raw);
    if (extensions.isEmpty()) { // else what they began is passed again first
      stopIfAsked(raw);
    }
    check(raw, common.input(), raw.rawInput(), "input");
    var frame = raw.frame();
    if (common.timeout().isPresent()) {
      frame = frame.until(Timeouts.of(raw, common.timeout().get()));
    }
    var visit = raw.within(frame).withInput(transform(raw, common.input(), raw.rawInput()));
    var applied = extending.applied(visit, extensions);
    var injected = timely(visit, () -> extending.before(visit, applied));
    var result =
        injected
            .map(output -> bypassed(visit, output))
            .orElseGet(() -> timely(visit, () -> performed(visit, extensions)));
    var left = visit.ending().left(visit, result.output());
    left.context().ifPresent(frame.context()::set);
    if (injected.isEmpty()) {
      extending.after(visit, applied, left.output());
    }
    return new Result(left.output(), result.then());
  }

  private Result performed(Visit visit, List<Extension> extensions) {
    if (!extensions.isEmpty()) {
      stopIfAsked(visit);
    }
    return inTime(visit);
  }

  /** An extension did it instead. */
  private static Result bypassed(Visit visit, JsonNode output) {
    visit.ride(visit.completed(output, 1));
    return after(visit, output);
  }

  /** What a visit's raw output and the context become. */
  private Ending.Left left(Visit visit, JsonNode raw) {
    var common = visit.task().task().common();
    var shown = Map.of("taskOutput", raw);
    var output = common.output().transform().map(as -> visit.evaluate(as, raw, shown)).orElse(raw);
    check(visit, common.output(), output, "output");
    if (output != raw) {
      OutputLimit.check(visit, output);
    }
    var exported =
        common
            .export()
            .transform()
            .map(as -> visit.evaluate(as, output, Map.of("taskOutput", raw, "output", output)));
    check(visit, common.export(), exported.orElseGet(visit.frame().context()::get), "export");
    return new Ending.Left(output, exported);
  }

  private static <T> T timely(Visit visit, Supplier<T> act) {
    try {
      return act.get();
    } catch (Unwind.TimedOut timedOut) {
      if (timedOut.owner().equals(visit.position())) {
        throw timedOut(visit);
      }
      throw timedOut;
    }
  }

  /**
   * A replay looks at the deadline before it takes a failure of record; where the time was up by
   * then it counts as here.
   */
  private Result inTime(Visit visit) {
    try {
      return perform(visit);
    } catch (Unwind.Fault fault) {
      var task = visit.task().task();
      var step = visit.failed(fault);
      if (step.isPresent() && (task instanceof Task.Call || task instanceof Task.Listen)) {
        Timeouts.after(visit, step.get());
      }
      throw fault;
    }
  }

  static Unwind.Fault timedOut(Visit visit) {
    return visit.fault(WorkflowError.Kind.TIMEOUT, "it was not done within its timeout");
  }

  private Result perform(Visit visit) {
    if (!looksItself(visit.task().task())) {
      Timeouts.beforeNew(visit);
    }
    return switch (visit.task().task()) {
      case Task.Do task -> recorded(visit, containers.list(visit, task));
      case Task.For task -> recorded(visit, containers.loop(visit, task));
      case Task.Try task -> recorded(visit, containers.attempt(visit, task));
      case Task.Fork task when task.common().metadata().atomic() ->
          after(visit, leaves.group(visit, task));
      case Task.Fork task -> recorded(visit, containers.fork(visit, task));
      case Task.Switch task -> recorded(visit, containers.choose(visit, task));
      case Task.Set task -> after(visit, leaves.set(visit, task));
      case Task.Call task -> after(visit, leaves.call(visit, task));
      case Task.Invoke task -> recorded(visit, containers.invoke(visit, task));
      case Task.Emit task -> after(visit, Emitting.emit(visit, task));
      case Task.Listen task -> after(visit, listening.listen(visit, task));
      case Task.Run task -> after(visit, subRuns.run(visit, task));
      case Task.Wait task -> after(visit, leaves.pause(visit, task));
      case Task.Raise task -> throw leaves.raise(visit, task);
    };
  }

  /** Inside of these every task looks at the deadline by itself, or they do. */
  private static boolean looksItself(Task task) {
    return holds(task) || task instanceof Task.Listen || task instanceof Task.Run;
  }

  private static Result after(Visit visit, JsonNode output) {
    return new Result(output, visit.task().task().common().then());
  }

  /** A container's own record: for people, never read by a replay. */
  private static Result recorded(Visit visit, Result result) {
    visit.ride(visit.completed(result.output(), 1));
    visit.walk().forget(visit.position() + "/");
    return result;
  }

  /**
   * A cancelled run begins nothing; what it did is passed again, so that it is compensated. What
   * tasks it was in, waiting, is found inside of those that hold them.
   */
  private static void stopIfAsked(Visit visit) {
    var walk = visit.walk();
    walk.stay();
    if (walk.cancelled().getAsBoolean()
        && !holds(visit.task().task())
        && !walk.journal().knows(visit.position())) {
      throw new Unwind.Cancelled();
    }
  }

  private static boolean holds(Task task) {
    return switch (task) {
      case Task.Do t -> true;
      case Task.For t -> true;
      case Task.Try t -> true;
      case Task.Fork t -> !t.common().metadata().atomic();
      case Task.Invoke t -> true;
      case Task.Call t -> false;
      case Task.Emit t -> false;
      case Task.Listen t -> false;
      case Task.Raise t -> false;
      case Task.Run t -> false;
      case Task.Set t -> false;
      case Task.Switch t -> false;
      case Task.Wait t -> false;
    };
  }

  private static void count(Visit visit) {
    var walk = visit.walk();
    if (walk.tasks().incrementAndGet() > MAX_TASKS) {
      throw visit.fault(
          WorkflowError.Kind.RUNTIME, "the run visited more than %,d tasks".formatted(MAX_TASKS));
    }
  }

  static JsonNode transform(Visit visit, Data data, JsonNode value) {
    return data.transform()
        .map(template -> visit.evaluate(template, value, Map.of()))
        .orElse(value);
  }

  void check(Visit visit, Data data, JsonNode value, String what) {
    if (data.schema().isEmpty()) {
      return;
    }
    var wrong = schemas.check(data.schema().get(), value);
    if (!wrong.isEmpty()) {
      var first = wrong.getFirst();
      throw visit.fault(
          WorkflowError.Kind.VALIDATION,
          "%s%s: %s".formatted(what, first.pointer(), first.detail()));
    }
  }
}
