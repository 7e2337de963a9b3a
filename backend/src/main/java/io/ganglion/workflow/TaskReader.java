package io.ganglion.workflow;

import java.util.Optional;
import java.util.Set;

/** Reads one task of any kind. */
final class TaskReader {
  private final Readers readers;

  TaskReader(Readers readers) {
    this.readers = readers;
  }

  /**
   * @param siblings names that {@code then} may go to
   * @return empty when its kind can't be told or isn't offered; a violation then says so
   */
  Optional<Task> read(Part part, Set<String> siblings) {
    return part.object("a task").flatMap(TaskReader::kind).flatMap(k -> task(part, k, siblings));
  }

  private Optional<Task> task(Part part, TaskKind kind, Set<String> siblings) {
    part.only(kind.properties());
    var common = common(part, kind, siblings);
    return switch (kind) {
      case CALL ->
          readers.functions().calls(part)
              ? readers.functions().call(part, common)
              : readers.calls().read(part, common);
      case DO -> Optional.of(new Task.Do(common, readers.lists().member(part, "do")));
      case FOR -> readers.flows().loop(part, common);
      case FORK -> readers.flows().fork(part, common);
      case RAISE -> readers.flows().raise(part, common);
      case SET -> readers.flows().set(part, common);
      case SWITCH -> readers.flows().choice(part, common, siblings);
      case TRY -> readers.tries().read(part, common);
      case WAIT -> part.get("wait").map(w -> new Task.Wait(common, readers.times().duration(w)));
      case EMIT -> readers.events().emit(part, common);
      case LISTEN -> readers.events().listen(part, common);
      case RUN -> readers.runs().read(part, common);
    };
  }

  private Task.Common common(Part part, TaskKind kind, Set<String> siblings) {
    return new Task.Common(
        part.get("if").flatMap(c -> readers.phrases().expression(c, "'if'")),
        readers.data().read(part, "input", "from"),
        readers.data().read(part, "output", "as"),
        readers.data().read(part, "export", "as"),
        readers.times().timeout(part, readers.shelf().timeouts()),
        part.get("then").map(t -> Thens.read(t, siblings)).orElseGet(Then.Continue::new),
        MetadataReader.read(part, kind, readers),
        part.node());
  }

  private static Optional<TaskKind> kind(Part part) {
    var kinds = TaskKind.of(part);
    if (kinds.size() == 1) {
      return Optional.of(kinds.getFirst());
    }
    if (kinds.size() > 1) {
      part.wrong(
          "a task is of one kind, and this one has both '%s' and '%s'; make two tasks of it"
              .formatted(kinds.get(0).word(), kinds.get(1).word()));
      return Optional.empty();
    }
    var unknown = TaskKind.unknown(part);
    if (unknown.isEmpty()) {
      part.wrong("the task does nothing; add one of " + Closest.listed(TaskKind.words()));
    }
    unknown.forEach(
        name ->
            part.get(name)
                .orElse(part)
                .wrong(
                    "unknown task type '%s'%s"
                        .formatted(name, Closest.hint(name, TaskKind.words()))));
    return Optional.empty();
  }
}
