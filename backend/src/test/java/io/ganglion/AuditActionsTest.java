package io.ganglion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What docs/audit.md lists and what is noted are the same actions. */
@Tag("arch")
class AuditActionsTest {
  private static final Path SOURCES = Path.of("src/main/java/io/ganglion");
  private static final Pattern CELL = Pattern.compile("^\\| (`[^|]*) \\|", Pattern.MULTILINE);
  private static final Pattern LISTED = Pattern.compile("`([a-z_]+\\.[a-z_]+)`");

  /** A change that is noted; of some the action is no text there. */
  private static final Pattern NOTED =
      Pattern.compile("\\bChange\\s*\\.(?:made|of|gone)\\(\\s*(?:\"([a-z_]+\\.[a-z_]+)\",)?");

  private static final Pattern TEXT = Pattern.compile("\"([a-z_]+)\\.([a-z_]+)\"");

  /** Put together of two words where they are noted. */
  private static final Set<String> COMPOSED =
      Set.of("invoice.issued", "invoice.paid", "invoice.void", "credit_note.issued");

  /** Only told as events, from packages that note changes, too. */
  private static final Set<String> EVENTS = Set.of("connection.reauthorize", "trigger.gap");

  @Test
  void the_table_names_every_action_and_none_that_there_is_not() throws IOException {
    var listed = listed();
    assertThat(listed).hasSizeGreaterThan(60).doesNotHaveDuplicates();
    assertThat(noted(nouns(listed))).containsExactlyInAnyOrderElementsOf(listed);
  }

  private static List<String> listed() throws IOException {
    return CELL.matcher(Files.readString(Path.of("../docs/audit.md")))
        .results()
        .flatMap(cell -> LISTED.matcher(cell.group(1)).results())
        .map(action -> action.group(1))
        .toList();
  }

  private static Set<String> nouns(List<String> actions) {
    return actions.stream()
        .map(action -> action.substring(0, action.indexOf('.')))
        .collect(Collectors.toSet());
  }

  /**
   * The actions that the sources name. One that is handed to what notes it stands somewhere in its
   * package, as a text of one of the nouns.
   */
  private static Set<String> noted(Set<String> nouns) throws IOException {
    var noted = new TreeSet<>(COMPOSED);
    for (var sources : packages().values()) {
      boolean handed = false;
      for (var call : NOTED.matcher(sources).results().toList()) {
        if (call.group(1) == null) {
          handed = true;
        } else {
          noted.add(call.group(1));
        }
      }
      if (handed) {
        TEXT.matcher(sources)
            .results()
            .filter(text -> nouns.contains(text.group(1)))
            .map(text -> text.group(1) + "." + text.group(2))
            .filter(text -> !EVENTS.contains(text))
            .forEach(noted::add);
      }
    }
    return noted;
  }

  /** All sources of a package, by its folder. */
  private static Map<Path, String> packages() throws IOException {
    var packages = new HashMap<Path, String>();
    try (var files = Files.walk(SOURCES)) {
      for (var file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        packages.merge(file.getParent(), Files.readString(file), String::concat);
      }
    }
    return packages;
  }
}
