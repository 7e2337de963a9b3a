package io.ganglion.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.expression.Expression;
import io.ganglion.expression.Template;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One kind of task, parsed; what all kinds share is in {@link Common}. */
public sealed interface Task {
  Common common();

  /** The tasks directly inside, of all its lists. */
  default List<NamedTask> inner() {
    return switch (this) {
      case Do d -> d.tasks();
      case For f -> f.tasks();
      case Fork f -> f.branches();
      case Try t -> Stream.concat(t.tasks().stream(), t.handler().tasks().stream()).toList();
      case Listen l -> l.foreach().flatMap(Each::tasks).orElseGet(List::of);
      case Call c -> List.of();
      case Invoke i -> List.of(); // a function is no part of what calls it
      case Emit e -> List.of();
      case Raise r -> List.of();
      case Run r -> List.of();
      case Set s -> List.of();
      case Switch s -> List.of();
      case Wait w -> List.of();
    };
  }

  /**
   * What every task may carry.
   *
   * @param source the task as JSON, as {@code $task.definition} shows it
   */
  record Common(
      Optional<Expression> condition,
      Data input,
      Data output,
      Data export,
      Optional<Timeout> timeout,
      Then then,
      Metadata metadata,
      JsonNode source) {}

  /**
   * A function call: {@code http}, a connector's action ({@code x.createPost}) or one of Ganglion's
   * own ({@code ganglion.swarm}).
   */
  record Call(Common common, String function, Template with) implements Task {}

  /**
   * A call of one of {@code use.functions}, which are tasks.
   *
   * @param with the raw input of the function's task
   * @param function under its name, with the pointer of this call
   */
  record Invoke(Common common, Template with, NamedTask function) implements Task {}

  record Do(Common common, List<NamedTask> tasks) implements Task {
    public Do {
      tasks = List.copyOf(tasks);
    }
  }

  /**
   * @param event its attributes with {@code data}; id and time may be missing
   */
  record Emit(Common common, Template event) implements Task {}

  /**
   * @param each name of the item's argument, {@code item} by default; {@code at} of the index's,
   *     {@code index}
   */
  record For(
      Common common,
      String each,
      Expression in,
      String at,
      Optional<Expression> condition,
      List<NamedTask> tasks)
      implements Task {
    public For {
      tasks = List.copyOf(tasks);
    }
  }

  record Fork(Common common, List<NamedTask> branches, boolean compete) implements Task {
    public Fork {
      branches = List.copyOf(branches);
    }
  }

  /**
   * @param foreach what is done with each event; empty: it is the output as it is read
   */
  record Listen(Common common, Consumption to, Read read, Optional<Each> foreach) implements Task {}

  /** How a consumed event is seen: its data, the whole of it, or its data as text. */
  enum Read {
    DATA,
    ENVELOPE,
    RAW
  }

  /**
   * What is done with each event.
   *
   * @param item name of the event's argument, {@code item} by default; {@code at} of the index's,
   *     {@code index}
   * @param tasks see the event as their input; empty: none
   */
  record Each(String item, String at, Optional<List<NamedTask>> tasks, Data output, Data export) {
    public Each {
      tasks = tasks.map(List::copyOf);
    }
  }

  record Raise(Common common, ErrorTemplate error) implements Task {}

  /**
   * Another workflow as a run of its own.
   *
   * @param workflow {@code namespace/name}, for the latest, or {@code namespace/name:version}
   * @param input empty for an empty object
   * @param silent its output is null, whatever the workflow's is
   */
  record Run(
      Common common, String workflow, Optional<Template> input, boolean await, boolean silent)
      implements Task {}

  record Set(Common common, Template values) implements Task {}

  record Switch(Common common, List<Case> cases) implements Task {
    public Switch {
      cases = List.copyOf(cases);
    }
  }

  /**
   * @param when empty for the default case
   */
  record Case(String name, Optional<Expression> when, Then then) {}

  record Try(Common common, List<NamedTask> tasks, Catch handler) implements Task {
    public Try {
      tasks = List.copyOf(tasks);
    }
  }

  /**
   * @param with members of the error that must be equal (type, status, instance, title, detail);
   *     JSON null for any
   * @param as name of the error's argument, {@code error} by default
   * @param handles whether {@code tasks}, of which there may be none, are what handles an error
   */
  record Catch(
      JsonNode with,
      String as,
      Optional<Expression> when,
      Optional<Expression> exceptWhen,
      Optional<Retry> retry,
      boolean handles,
      List<NamedTask> tasks) {
    public Catch {
      tasks = List.copyOf(tasks);
    }
  }

  record Wait(Common common, Template duration) implements Task {}
}
