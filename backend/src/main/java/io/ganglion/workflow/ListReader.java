package io.ganglion.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads lists of named tasks. */
final class ListReader {
  private static final int MAX_NAME = 128;
  private final Readers readers;

  ListReader(Readers readers) {
    this.readers = readers;
  }

  /** The task list under a member that must be there. */
  List<NamedTask> member(Part owner, String name) {
    return owner
        .need(name, "a list of tasks")
        .map(list -> read(list, "'%s'".formatted(name)))
        .orElseGet(List::of);
  }

  /** A list whose tasks may go to each other. */
  List<NamedTask> read(Part list, String what) {
    var entries = entries(list, what);
    var names = new HashSet<String>();
    entries.forEach(e -> names.addAll(e.members().keySet()));
    return tasks(entries, names);
  }

  /** A list whose tasks run beside each other. */
  List<NamedTask> branches(Part list, String what) {
    return tasks(entries(list, what), Set.of());
  }

  private List<NamedTask> tasks(List<Part> entries, Set<String> siblings) {
    var tasks = new ArrayList<NamedTask>();
    var first = new HashMap<String, Part>();
    for (var entry : entries) {
      for (var member : entry.members().entrySet()) {
        var task = member.getValue();
        checkName(member.getKey(), task, first);
        readers
            .tasks()
            .read(task, siblings)
            .ifPresent(t -> tasks.add(new NamedTask(member.getKey(), task.pointer(), t)));
      }
    }
    return tasks;
  }

  /** Entries of one name each. */
  static List<Part> entries(Part list, String what) {
    var entries = new ArrayList<Part>();
    for (var item : list.entries(what)) {
      if (item.object("an entry of %s".formatted(what)).isEmpty()) {
        continue;
      }
      if (item.node().size() != 1) {
        item.wrong(
            "an entry of %s is exactly one name with one task, and this one has %d; start each with '- '"
                .formatted(what, item.node().size()));
      }
      entries.add(item);
    }
    return entries;
  }

  /** The engine writes it behind names, for records of its own. */
  static void checkMark(String name, Part part, String what) {
    if (name.indexOf('#') >= 0) {
      part.wrong(
          "the name '%s' has a '#', which no %s's name may; leave it out".formatted(name, what));
    }
  }

  private static void checkName(String name, Part task, Map<String, Part> first) {
    var before = first.putIfAbsent(name, task);
    if (before != null) {
      task.wrong(
          "the name '%s' is taken in this list (%s); choose another"
              .formatted(name, before.pointer()));
    }
    if (Thens.DIRECTIVES.contains(name)) {
      task.wrong("'%s' is a word of 'then'; choose another name".formatted(name));
    }
    if (name.isBlank()
        || name.length() > MAX_NAME
        || name.chars().anyMatch(Character::isISOControl)) {
      task.wrong("a task's name has 1 to %d printable characters".formatted(MAX_NAME));
    }
    checkMark(name, task, "task");
  }
}
