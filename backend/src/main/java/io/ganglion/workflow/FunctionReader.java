package io.ganglion.workflow;

import io.ganglion.kernel.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads calls of {@code use.functions} and the functions themselves: each once, however often it is
 * called.
 */
final class FunctionReader {
  /** Functions that are under way inside each other; each is a task inside of a task. */
  static final int MAX_DEPTH = 16;

  /**
   * @param task empty when something is wrong with it, which a finding says
   * @param depth of the functions that it calls, itself counted
   */
  private record Known(Optional<NamedTask> task, int depth) {}

  /** A function that is being read, and the deepest that it has called so far. */
  private static final class Open {
    private final String name;
    private int below;

    private Open(String name) {
      this.name = name;
    }
  }

  private final Readers readers;
  private final Map<String, Known> known = new HashMap<>();
  private final Deque<Open> open = new ArrayDeque<>();

  FunctionReader(Readers readers) {
    this.readers = readers;
  }

  /** Whether a task calls a function of the document's own. */
  boolean calls(Part task) {
    return task.get("call").map(c -> functions().containsKey(c.node().asText())).orElse(false);
  }

  /** All there are, called or not. */
  List<NamedTask> all() {
    var all = new ArrayList<NamedTask>();
    functions()
        .forEach(
            (name, part) -> {
              ListReader.checkMark(name, part, "function");
              function(name, part).ifPresent(all::add);
            });
    return all;
  }

  Optional<Task> call(Part part, Task.Common common) {
    var call = part.get("call").orElse(part);
    var metadata = common.metadata();
    if (metadata.compensate()
        || metadata.compensation().isPresent()
        || metadata.retry().isPresent()
        || metadata.redo()) {
      part.get("metadata")
          .orElse(part)
          .wrong("'compensate', 'retry' and 'redo' belong on the tasks of the function itself");
    }
    var with =
        part.get("with").orElseGet(() -> new Part(Json.object(), part.pointer(), part.findings()));
    if (with.object("'with'").isEmpty()) {
      return Optional.empty();
    }
    var arguments = readers.phrases().template(with);
    // An error of the function's own task is the call's: it has the call's pointer.
    return function(call.node().asText(), call)
        .map(it -> new NamedTask(it.name(), part.pointer(), it.task()))
        .map(function -> new Task.Invoke(common, arguments, function));
  }

  /**
   * @param place where what is wrong is told
   */
  private Optional<NamedTask> function(String name, Part place) {
    if (open.stream().anyMatch(it -> it.name.equals(name))) {
      place.wrong(
          "the function '%s' calls itself, perhaps through others; a function has to come to an end"
              .formatted(name));
      return Optional.empty();
    }
    var read = known.get(name);
    if (read == null) {
      if (open.size() == MAX_DEPTH) {
        return tooDeep(place);
      }
      read = read(name);
      known.put(name, read);
    }
    var caller = open.peek();
    if (caller != null) {
      caller.below = Math.max(caller.below, read.depth());
      if (caller.below >= MAX_DEPTH) {
        return tooDeep(place);
      }
    }
    return read.task();
  }

  private static Optional<NamedTask> tooDeep(Part place) {
    place.wrong("functions call each other more than %d deep".formatted(MAX_DEPTH));
    return Optional.empty();
  }

  private Known read(String name) {
    var part = functions().get(name);
    if (part == null) {
      throw new IllegalStateException("asked for before it is read: " + name);
    }
    var opened = new Open(name);
    open.push(opened);
    try {
      var task = readers.tasks().read(part, Set.of());
      boolean back = task.map(it -> it.common().then() instanceof Then.Continue).orElse(true);
      if (!back) {
        part.get("then").orElse(part).wrong("a function ends at its caller; write 'then' there");
      }
      return new Known(task.map(it -> new NamedTask(name, part.pointer(), it)), opened.below + 1);
    } finally {
      open.pop();
    }
  }

  private Map<String, Part> functions() {
    return readers.shelf().functions();
  }
}
