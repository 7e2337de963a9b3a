package io.ganglion.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The {@code $}-arguments of a document: those of the DSL, and those that its loops and handlers
 * give. Whether one is given at the very place where it is used shows when it runs.
 */
final class Names {
  /** The DSL's runtime expression arguments. */
  private static final Set<String> RESERVED =
      Set.of(
          "context",
          "input",
          "output",
          "secrets",
          "authorization",
          "task",
          "workflow",
          "runtime",
          "state");

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private record Use(String name, Part part) {}

  private final Set<String> given = new HashSet<>(RESERVED);
  private final List<Use> uses = new ArrayList<>();
  private final List<String> open = new ArrayList<>();
  private final List<String> stateful = new ArrayList<>();

  void used(Set<String> names, Part part) {
    names.forEach(name -> uses.add(new Use(name, part)));
  }

  void given(String... names) {
    given.addAll(Arrays.asList(names));
  }

  /**
   * An argument that a task gives under a name of the author's choice.
   *
   * @param otherwise its name when none is chosen
   */
  String given(Part owner, String property, String otherwise) {
    var part = owner.get(property);
    var chosen = part.flatMap(p -> p.text("'%s'".formatted(property))).orElse(otherwise);
    if (!NAME.matcher(chosen).matches()) {
      part.orElse(owner)
          .wrong(
              "'%s' is a name of letters, digits and _, without $, e.g. %s"
                  .formatted(property, otherwise));
    }
    if (RESERVED.contains(chosen)) {
      part.orElse(owner)
          .wrong("$%s has a meaning of its own; choose another name".formatted(chosen));
    }
    given.add(chosen);
    return chosen;
  }

  /** Says that secrets may be read below this place. */
  void secretsBelow(String pointer) {
    open.add(pointer + "/");
  }

  /** Says that the agent's state may be read below this place. */
  void stateBelow(String pointer) {
    stateful.add(pointer + "/");
  }

  /**
   * To be asked once everything is read.
   *
   * @param secrets whether the document names any
   */
  void check(boolean secrets) {
    for (var use : uses) {
      if (!given.contains(use.name())) {
        use.part()
            .wrong("there is no $%s%s".formatted(use.name(), Closest.hint(use.name(), given)));
      } else if (use.name().equals("authorization")) {
        use.part()
            .wrong("$authorization is not given, for it would put a credential into the data");
      } else if (use.name().equals("state") && !below(stateful, use.part())) {
        use.part()
            .wrong("$state can be used only in 'set' of a call of ganglion.state; read with 'get'");
      } else if (use.name().equals("secrets") && !below(open, use.part())) {
        use.part()
            .wrong(
                "$secrets can be used only in the arguments of a call of "
                    + String.join(", ", new TreeSet<>(Functions.OVER_HTTP)));
      } else if (use.name().equals("secrets") && !secrets) {
        use.part().wrong("name the secret in use.secrets before using $secrets");
      }
    }
  }

  private static boolean below(List<String> places, Part part) {
    return places.stream().anyMatch((part.pointer() + "/")::startsWith);
  }
}
