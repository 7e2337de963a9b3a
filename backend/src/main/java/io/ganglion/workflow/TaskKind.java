package io.ganglion.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of task the DSL knows, by the property that makes a task one. */
enum TaskKind {
  CALL("with"),
  DO,
  EMIT,
  FOR("while", "do"),
  FORK,
  LISTEN("foreach"),
  RAISE,
  RUN,
  SET,
  SWITCH,
  TRY("catch"),
  WAIT;

  /** What every task may carry. */
  private static final Set<String> COMMON =
      Set.of("if", "input", "output", "export", "timeout", "then", "metadata");

  private final Set<String> further;

  TaskKind(String... further) {
    this.further = Set.of(further);
  }

  /** The property's name, e.g. {@code call}. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Every property a task of this kind may have. */
  Set<String> properties() {
    var all = new HashSet<>(COMMON);
    all.addAll(further);
    all.add(word());
    return all;
  }

  /** The kinds a task could be by its properties. */
  static List<TaskKind> of(Part task) {
    var kinds = new ArrayList<TaskKind>();
    for (var kind : values()) {
      if (task.has(kind.word())) {
        kinds.add(kind);
      }
    }
    if (kinds.contains(FOR)) {
      kinds.remove(DO); // a loop's own
    }
    return kinds;
  }

  /** The kind of a task that was read. */
  static TaskKind of(Task task) {
    return switch (task) {
      case Task.Call c -> CALL;
      case Task.Invoke i -> CALL;
      case Task.Do d -> DO;
      case Task.Emit e -> EMIT;
      case Task.For f -> FOR;
      case Task.Fork f -> FORK;
      case Task.Listen l -> LISTEN;
      case Task.Raise r -> RAISE;
      case Task.Run r -> RUN;
      case Task.Set s -> SET;
      case Task.Switch s -> SWITCH;
      case Task.Try t -> TRY;
      case Task.Wait w -> WAIT;
    };
  }

  static List<String> words() {
    return Arrays.stream(values()).map(TaskKind::word).toList();
  }

  /** Properties that belong to no kind. */
  static List<String> unknown(Part task) {
    var known =
        Arrays.stream(values()).flatMap(k -> k.properties().stream()).collect(Collectors.toSet());
    return task.members().keySet().stream().filter(name -> !known.contains(name)).toList();
  }
}
