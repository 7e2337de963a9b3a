package io.ganglion.workflow;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code run}, of which only workflows are offered. */
record RunReader(Phrases phrases) {
  private static final String LATEST = "latest";

  Optional<Task> read(Part part, Task.Common common) {
    var run = part.get("run").flatMap(r -> r.object("'run'"));
    if (run.isEmpty() || !run.get().has("workflow")) {
      run.ifPresent(r -> NotOffered.run(part));
      return Optional.empty();
    }
    run.get().only(Set.of("workflow", "await", "return"));
    boolean silent = run.get().get("return").filter(RunReader::none).isPresent();
    boolean await = run.get().get("await").map(a -> a.flag("'await'")).orElse(true);
    return run.get()
        .get("workflow")
        .flatMap(w -> w.object("'workflow'"))
        .flatMap(w -> workflow(w, common, await, silent));
  }

  private static boolean none(Part part) {
    if (!part.node().asText().equals("none")) {
      part.wrong("'return' of a workflow is none, for null, or left out: its output is its own");
    }
    return true;
  }

  private Optional<Task> workflow(Part part, Task.Common common, boolean await, boolean silent) {
    part.only(Set.of("namespace", "name", "version", "input"));
    var namespace = text(part, "namespace", "the namespace of the workflow to run");
    var name = text(part, "name", "the name of the workflow to run");
    var version = text(part, "version", "its version, or latest");
    if (List.of(namespace, name, version).stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    var reference =
        namespace.get()
            + "/"
            + name.get()
            + (version.get().equals(LATEST) ? "" : ":" + version.get());
    if (Reference.read(reference).isEmpty()) {
      part.wrong(
          "'%s' can't name a workflow; write namespace and name as its document has them"
              .formatted(reference));
    }
    return Optional.of(
        new Task.Run(common, reference, part.get("input").map(phrases::template), await, silent));
  }

  private static Optional<String> text(Part part, String name, String what) {
    return part.need(name, what).flatMap(p -> p.text("'%s'".formatted(name)));
  }
}
