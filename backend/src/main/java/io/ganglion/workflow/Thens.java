package io.ganglion.workflow;

import java.util.Set;

/** Reads flow directives. */
final class Thens {
  /** Words of the DSL; no task may have such a name. */
  static final Set<String> DIRECTIVES = Set.of("continue", "exit", "end");

  private Thens() {}

  /**
   * @param siblings names it may go to
   */
  static Then read(Part part, Set<String> siblings) {
    return part.text("'then'")
        .map(text -> then(part, text, siblings))
        .orElseGet(Then.Continue::new);
  }

  private static Then then(Part part, String text, Set<String> siblings) {
    return switch (text) {
      case "continue" -> new Then.Continue();
      case "exit" -> new Then.Exit();
      case "end" -> new Then.End();
      default -> {
        if (!siblings.contains(text)) {
          part.wrong(
              siblings.isEmpty()
                  ? "a branch can't go to another; use continue, exit or end"
                  : "there is no task '%s' in this list%s (or continue, exit, end)"
                      .formatted(text, Closest.hint(text, siblings)));
        }
        yield new Then.GoTo(text);
      }
    };
  }
}
