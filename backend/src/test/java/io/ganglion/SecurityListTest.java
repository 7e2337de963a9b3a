package io.ganglion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What docs/security.md says of itself and of the tests. */
@Tag("arch")
class SecurityListTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern LINE =
      Pattern.compile(
          "^\\| v5\\.0\\.0-([\\d.]+) \\| [123] \\| .* \\| (.*) \\|$", Pattern.MULTILINE);
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)`|`([\\w-]+\\.test\\.ts)`");

  @Test
  void the_tests_it_names_are_there() throws IOException {
    Set<String> there;
    try (var backend = Files.walk(ROOT.resolve("backend/src/test"));
        var local = Files.walk(ROOT.resolve("infra/local/src/test"));
        var pages = Files.walk(ROOT.resolve("web-ui/src"));
        var journeys = Files.list(ROOT.resolve("web-ui/e2e"))) {
      there =
          Stream.of(backend, local, pages, journeys)
              .flatMap(all -> all)
              .map(file -> file.getFileName().toString().replaceFirst("\\.java$", ""))
              .collect(Collectors.toSet());
    }
    var named = new TreeSet<String>();
    TEST.matcher(text())
        .results()
        .forEach(one -> named.add(one.group(1) == null ? one.group(2) : one.group(1)));
    assertThat(named).hasSizeGreaterThan(40);
    assertThat(there).containsAll(named);
  }

  @Test
  void its_sums_are_right() throws IOException {
    var text = text();
    var answers = LINE.matcher(text).results().map(line -> line.group(2)).toList();
    long open = answers.stream().filter(one -> one.startsWith("Open")).count();
    long not = answers.stream().filter(one -> one.startsWith("Not applicable")).count();
    long tested =
        answers.stream()
            .filter(one -> !one.startsWith("Open") && !one.startsWith("Not applicable"))
            .filter(one -> TEST.matcher(one).find())
            .count();
    assertThat(text)
        .contains(
            "| **all %d** | **%d** | **%d** | **%d** | **%d** |"
                .formatted(
                    answers.size(), tested, answers.size() - open - not - tested, not, open));
    assertThat(LINE.matcher(text).results().map(line -> line.group(1))).doesNotHaveDuplicates();
  }

  private static String text() throws IOException {
    return Files.readString(ROOT.resolve("docs/security.md"));
  }
}
