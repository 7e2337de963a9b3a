package io.ganglion.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code use.extensions}. */
record ExtensionReader(Readers readers) {
  /** Each is asked of each task. */
  static final int MOST = 20;

  private static final Set<String> TARGETS =
      Set.of(
          "all",
          "call",
          "composite",
          "emit",
          "for",
          "listen",
          "raise",
          "run",
          "set",
          "switch",
          "try",
          "wait");

  List<Extension> read(Part document) {
    var extensions = new ArrayList<Extension>();
    var list = document.get("use").flatMap(use -> use.get("extensions"));
    if (list.isEmpty()) {
      return extensions;
    }
    var names = new HashSet<String>();
    for (var entry : ListReader.entries(list.get(), "'use.extensions'")) {
      for (var member : entry.members().entrySet()) {
        if (!names.add(member.getKey())) {
          member
              .getValue()
              .wrong("the name '%s' is taken; choose another".formatted(member.getKey()));
        }
        ListReader.checkMark(member.getKey(), member.getValue(), "extension");
        extension(member.getKey(), member.getValue()).ifPresent(extensions::add);
      }
    }
    if (extensions.size() > MOST) {
      list.get().wrong("there are more than %d extensions".formatted(MOST));
    }
    return extensions;
  }

  private Optional<Extension> extension(String name, Part part) {
    if (part.object("an extension").isEmpty()) {
      return Optional.empty();
    }
    part.only(Set.of("extend", "when", "before", "after"));
    var extend =
        part.need("extend", "the kind of task that it extends").flatMap(it -> it.text("'extend'"));
    var when = part.get("when").flatMap(it -> readers.phrases().expression(it, "'when'"));
    var before = tasks(part, "before");
    var after = tasks(part, "after");
    if (extend.isPresent() && !TARGETS.contains(extend.get())) {
      part.get("extend")
          .orElse(part)
          .wrong(
              "there is no kind of task '%s'%s"
                  .formatted(extend.get(), Closest.hint(extend.get(), TARGETS)));
    }
    return extend.map(it -> new Extension(name, it, when, before, after));
  }

  private List<NamedTask> tasks(Part part, String name) {
    return part.has(name) ? readers.lists().member(part, name) : List.of();
  }
}
