package io.ganglion.workflow;

import com.fasterxml.jackson.databind.node.TextNode;
import io.ganglion.kernel.Json;
import java.util.Optional;
import java.util.Set;

/** Reads {@code compensate: <task>}: a task written there, or the name of a function in use. */
final class CompensationReader {
  private CompensationReader() {}

  /**
   * @param task that would be taken back; {@code kind} of it
   */
  static Optional<NamedTask> read(Part task, Part part, TaskKind kind, Readers readers) {
    if (!acts(task, kind)) {
      part.wrong(
          "this belongs on a call of an action or over HTTP, or on a run that is awaited; elsewhere"
              + " there is nothing to take back");
      return Optional.empty();
    }
    return written(part, readers)
        .flatMap(inline -> readers.tasks().read(inline, Set.of()))
        .map(read -> part.node().isTextual() ? given(read, part, readers) : read)
        .map(read -> named(task, part, read))
        .filter(named -> offered(part, named));
  }

  /** Ganglion's own functions do nothing outside by themselves. */
  private static boolean acts(Part task, TaskKind kind) {
    return switch (kind) {
      case CALL -> !task.node().path("call").asText().startsWith("ganglion.");
      case RUN -> task.node().at("/run/await").asBoolean(true);
      case DO, FOR, FORK, RAISE, SET, SWITCH, TRY, WAIT, EMIT, LISTEN -> false;
    };
  }

  private static Optional<Part> written(Part part, Readers readers) {
    if (!part.node().isTextual()) {
      return part.object("'compensate'");
    }
    var function = part.node().textValue();
    if (!readers.shelf().functions().containsKey(function)) {
      part.wrong(
          "'compensate' is auto, a task, or the name of a function in use.functions, and '%s' is none"
              .formatted(function));
      return Optional.empty();
    }
    return Optional.of(
        new Part(Json.object().put("call", function), part.pointer(), part.findings()));
  }

  /** A function that is named alone is given what the task gave. */
  private static Task given(Task read, Part part, Readers readers) {
    var all = new Part(TextNode.valueOf("${ . }"), part.pointer(), part.findings());
    return read instanceof Task.Invoke call
        ? new Task.Invoke(call.common(), readers.phrases().template(all), call.function())
        : read;
  }

  private static NamedTask named(Part task, Part part, Task read) {
    var pointer = task.pointer();
    return new NamedTask(pointer.substring(pointer.lastIndexOf('/') + 1), part.pointer(), read);
  }

  /** What a run may have left outside is tidied up at its end, before which this is done. */
  private static boolean offered(Part part, NamedTask named) {
    if (named.reaches(Task.Run.class) || named.reaches(Task.Listen.class)) {
      part.wrong("a compensation can't start runs or listen for events; call what takes it back");
      return false;
    }
    return true;
  }
}
