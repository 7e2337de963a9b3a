package io.ganglion.workflow;

import io.ganglion.expression.Template;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code for}, {@code fork}, {@code switch}, {@code raise} and {@code set}. */
final class FlowReader {
  private final Readers readers;

  FlowReader(Readers readers) {
    this.readers = readers;
  }

  Optional<Task> loop(Part part, Task.Common common) {
    var tasks = readers.lists().member(part, "do");
    var condition = part.get("while").flatMap(w -> readers.phrases().expression(w, "'while'"));
    var loop = part.get("for").flatMap(f -> f.object("'for'"));
    loop.ifPresent(f -> f.only(Set.of("each", "in", "at")));
    var each = loop.map(f -> readers.phrases().names().given(f, "each", "item")).orElse("item");
    var at = loop.map(f -> readers.phrases().names().given(f, "at", "index")).orElse("index");
    if (each.equals(at)) {
      part.wrong("'each' and 'at' are both $%s; choose another name for one".formatted(at));
    }
    return loop.flatMap(f -> f.need("in", "an expression for the items, e.g. in: .items"))
        .flatMap(in -> readers.phrases().expression(in, "'in'"))
        .map(in -> new Task.For(common, each, in, at, condition, tasks));
  }

  Optional<Task> fork(Part part, Task.Common common) {
    var fork = part.get("fork").flatMap(f -> f.object("'fork'"));
    fork.ifPresent(f -> f.only(Set.of("branches", "compete")));
    var branches =
        fork.flatMap(f -> f.need("branches", "a list of tasks"))
            .map(b -> readers.lists().branches(b, "'branches'"))
            .orElseGet(List::of);
    boolean compete =
        fork.flatMap(f -> f.get("compete")).filter(c -> c.flag("'compete'")).isPresent();
    if (common.metadata().atomic()) {
      checkGroup(part, branches, compete);
    }
    return Optional.of(new Task.Fork(common, branches, compete));
  }

  /** All of a group's acts must be known when it starts, so that all can be prepared. */
  private static void checkGroup(Part part, List<NamedTask> branches, boolean compete) {
    if (branches.isEmpty()) {
      part.wrong("an atomic group has at least one branch");
    }
    if (compete) {
      part.wrong("branches of an atomic group can't compete; remove 'compete' or the group");
    }
    for (var branch : branches) {
      boolean act =
          branch.task() instanceof Task.Call call && !call.function().startsWith("ganglion.");
      if (!act) {
        part.findings()
            .add(
                branch.pointer(),
                "a branch of an atomic group is exactly one call of a connector's action; do the rest before the group");
      }
    }
  }

  Optional<Task> raise(Part part, Task.Common common) {
    var raise = part.get("raise").flatMap(r -> r.object("'raise'"));
    raise.ifPresent(r -> r.only(Set.of("error")));
    return raise
        .flatMap(r -> r.need("error", "an error, or the name of one of use.errors"))
        .flatMap(e -> readers.errors().error(e, readers.shelf().errors()))
        .map(error -> new Task.Raise(common, error));
  }

  Optional<Task> set(Part part, Task.Common common) {
    return part.get("set").map(values -> new Task.Set(common, values(values)));
  }

  private Template values(Part part) {
    if (part.node().isTextual()) {
      if (!Phrases.delimited(part.node()) && !readers.phrases().loose()) {
        part.wrong("'set' takes an object or an expression; write ${ … } around it");
      }
      return readers.phrases().computed(part, "'set'");
    }
    if (part.object("'set'").isPresent() && part.node().isEmpty()) {
      part.wrong("'set' is empty; add at least one value");
    }
    return readers.phrases().template(part);
  }

  Optional<Task> choice(Part part, Task.Common common, Set<String> siblings) {
    var cases = new ArrayList<Task.Case>();
    var names = new HashSet<String>();
    for (var entry : part.get("switch").map(s -> s.items("'switch'")).orElseGet(List::of)) {
      if (entry.object("an entry of 'switch'").isEmpty()) {
        continue;
      }
      if (entry.node().size() != 1) {
        entry.wrong("an entry of 'switch' is exactly one name with one case");
      }
      entry
          .members()
          .forEach(
              (name, body) -> {
                if (!names.add(name)) {
                  body.wrong("the case '%s' is here twice; choose another name".formatted(name));
                }
                option(name, body, siblings).ifPresent(cases::add);
              });
    }
    var defaults = cases.stream().filter(c -> c.when().isEmpty()).count();
    if (defaults > 1) {
      part.wrong("a switch has one case without 'when', and this one has %d".formatted(defaults));
    }
    return Optional.of(new Task.Switch(common, cases));
  }

  private Optional<Task.Case> option(String name, Part body, Set<String> siblings) {
    if (body.object("a case").isEmpty()) {
      return Optional.empty();
    }
    body.only(Set.of("when", "then"));
    var when = body.get("when").flatMap(w -> readers.phrases().expression(w, "'when'"));
    if (when.isEmpty() && body.has("when")) {
      return Optional.empty();
    }
    return body.need("then", "where to go, e.g. then: continue")
        .map(t -> new Task.Case(name, when, Thens.read(t, siblings)));
  }
}
