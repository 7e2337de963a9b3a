package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.agent.Agents;
import io.ganglion.db.CommitFailed;
import io.ganglion.db.Write;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.run.Children;
import io.ganglion.run.NewRun;
import io.ganglion.run.RunState;
import io.ganglion.run.RunWrite;
import io.ganglion.run.Step;
import io.ganglion.workflow.Task;
import io.ganglion.workflow.Workflows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code run: workflow}: a run of its own, started once by the visit's own commit. A parent that
 * awaits it leaves memory and is made due by the commit that ends it.
 */
final class SubRun {
  /** Runs above a run. */
  static final int MAX_LEVEL = 20;

  /** Runs that one run may start. */
  static final int MAX_CHILDREN = 1000;

  /** A run that waits for another is looked at again this often, should nothing wake it. */
  private static final Duration CHECK = Duration.ofHours(24);

  private final Children children;
  private final Workflows workflows;
  private final Agents agents;

  SubRun(Children children, Workflows workflows, Agents agents) {
    this.children = children;
    this.workflows = workflows;
    this.agents = agents;
  }

  JsonNode run(Visit visit, Task.Run task) {
    var walk = visit.walk();
    var recorded = walk.journal().recorded(visit.position());
    if (recorded.isPresent()) {
      recall(visit);
      return Leaves.answer(visit, recorded.get());
    }
    var run = walk.run();
    for (int looked = 0; ; looked++) {
      var family = children.at(run.tenant(), run.id(), visit.position());
      if (family.child().isPresent()) {
        var result = result(visit, task, family.child().get());
        if (result.isPresent()) {
          return result.get();
        }
        Waiter.rest(visit, looked, parked(visit, family.child().get().id()));
      } else {
        Timeouts.beforeNew(visit);
        var started = start(visit, task, family);
        if (!task.await()) {
          return given(task, visit.input());
        }
        Waiter.rest(visit, looked, parked(visit, started));
      }
    }
  }

  private static JsonNode given(Task.Run task, JsonNode output) {
    return task.silent() ? NullNode.getInstance() : output;
  }

  private RunId start(Visit visit, Task.Run task, Children.Family family) {
    var run = visit.walk().run();
    if (family.level() >= MAX_LEVEL || family.children() >= MAX_CHILDREN) {
      throw faulted(
          visit,
          WorkflowError.Kind.RUNTIME.error(
              visit.task().pointer(),
              "a run may stand %d runs deep and start %d; start fewer"
                  .formatted(MAX_LEVEL, MAX_CHILDREN)),
          List.of());
    }
    var workflow =
        workflows
            .find(run.tenant(), task.workflow())
            .orElseThrow(
                () ->
                    configuration(
                        visit,
                        "there is no workflow %s; store it first".formatted(task.workflow())));
    var input = task.input().map(visit::evaluate).orElseGet(Json::object);
    var child =
        new NewRun(
            run.tenant(),
            RunId.next(),
            workflow.id(),
            agent(visit),
            input,
            run.priority(),
            new NewRun.Parent(run.id(), visit.position(), task.await()));
    var unit = new ArrayList<Write>();
    unit.add(new RunWrite.NotCancelled(run.tenant(), run.id()));
    unit.add(child);
    try {
      if (task.await()) {
        visit.walk().journal().append(unit);
      } else {
        visit.append(visit.completed(given(task, visit.input()), 1), unit);
      }
    } catch (CommitFailed.Refused cancelled) {
      throw new Unwind.Cancelled();
    }
    return child.id();
  }

  /** The agent that the task delegates to; the run's own where it names none. */
  private @Nullable AgentId agent(Visit visit) {
    var run = visit.walk().run();
    var name = visit.task().task().common().metadata().agent();
    if (name.isEmpty()) {
      return run.agent();
    }
    if (visit.walk().inWorld()) {
      throw configuration(visit, "in a trial the trial's agent acts alone; take 'agent' away");
    }
    return agents
        .named(run.tenant(), name.get())
        .orElseThrow(
            () -> configuration(visit, "there is no agent named '%s'".formatted(name.get())))
        .id();
  }

  /** What it came to; empty while it goes on. */
  private Optional<JsonNode> result(Visit visit, Task.Run task, Children.Child child) {
    var walk = visit.walk();
    var seen = Objects.requireNonNullElseGet(child.endedAt(), walk.lease()::now);
    var deadline = visit.frame().deadline();
    if (deadline.isPresent() && deadline.get().passed(seen)) {
      var run = walk.run();
      walk.journal()
          .append(List.of(new RunWrite.StopChildren(run.tenant(), run.id(), visit.position())));
      throw new Unwind.TimedOut(deadline.get().owner());
    }
    if (child.endedAt() == null) {
      return Optional.empty();
    }
    if (child.state() == RunState.SUCCEEDED) {
      remember(visit, child);
      var output = given(task, Objects.requireNonNullElse(child.output(), NullNode.getInstance()));
      visit.append(visit.completed(output, 1), List.of());
      return Optional.of(output);
    }
    throw faulted(visit, error(visit, child), List.of());
  }

  /**
   * Finds out what is owed for runs whose visits were left before they had ended. They are asked to
   * stop, and may succeed all the same.
   *
   * @param left visits of tasks that say how to take back what they did
   * @throws Unwind.Parked while any of these runs goes on
   */
  void recall(Walk walk, List<Visit> left) {
    for (int looked = 0; ; looked++) {
      var going = left.stream().filter(this::goesOn).toList();
      if (going.isEmpty()) {
        break;
      }
      var run = walk.run();
      var stops = new ArrayList<Write>();
      going.forEach(
          visit -> stops.add(new RunWrite.StopChildren(run.tenant(), run.id(), visit.position())));
      walk.journal().append(stops);
      var whole = Interpreter.whole(walk); // no timeout ends this
      Waiter.rest(whole, looked, parked(whole, "waits for runs that it stopped"));
    }
    left.forEach(this::recall);
  }

  private boolean goesOn(Visit visit) {
    var run = visit.walk().run();
    return children
        .at(run.tenant(), run.id(), visit.position())
        .child()
        .filter(child -> child.endedAt() == null)
        .isPresent();
  }

  /** What a visit on record owes is the same as when it ended. */
  private void recall(Visit visit) {
    if (visit.task().task().common().metadata().compensation().isPresent()) {
      var run = visit.walk().run();
      children
          .at(run.tenant(), run.id(), visit.position())
          .child()
          .filter(child -> child.state() == RunState.SUCCEEDED)
          .ifPresent(child -> remember(visit, child));
    }
  }

  private static void remember(Visit visit, Children.Child child) {
    var output = Objects.requireNonNullElse(child.output(), NullNode.getInstance());
    visit
        .task()
        .task()
        .common()
        .metadata()
        .compensation()
        .map(counter -> new Owed.Counter(visit.asSeen(), counter, output, Optional.empty()))
        .ifPresent(owed -> visit.walk().compensable().counter(child.id(), owed));
  }

  /** The child's own error, told of the task that ran it. */
  private static WorkflowError error(Visit visit, Children.Child child) {
    var pointer = visit.task().pointer();
    if (child.error() == null) {
      return WorkflowError.Kind.RUNTIME.error(
          pointer, "run %s ended as %s".formatted(child.id(), child.state()));
    }
    var own = WorkflowError.fromJson(child.error());
    return new WorkflowError(own.type(), own.status(), own.title(), own.detail(), pointer);
  }

  private static Unwind.Fault configuration(Visit visit, String detail) {
    return faulted(
        visit, WorkflowError.Kind.CONFIGURATION.error(visit.task().pointer(), detail), List.of());
  }

  /** On record, so that a replay fails alike though the world may have changed. */
  private static Unwind.Fault faulted(Visit visit, WorkflowError error, List<Write> with) {
    Step step = visit.faulted(error, 1);
    visit.append(step, with);
    return new Unwind.Fault(error);
  }

  private static Unwind.Parked parked(Visit visit, RunId child) {
    return parked(visit, "waits for run " + child);
  }

  private static Unwind.Parked parked(Visit visit, String detail) {
    return new Unwind.Parked(
        RunState.WAITING,
        visit.frame().deadline().map(Deadline::at).orElse(visit.walk().lease().now().plus(CHECK)),
        "run",
        detail);
  }
}
