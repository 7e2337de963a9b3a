package io.ganglion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Links of the documents to each other, as GitHub follows them. */
@Tag("unit")
class DocumentLinksTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```\\s*$|`[^`\n]*`");
  private static final Pattern LINK =
      Pattern.compile("\\]\\(([^)\\s]+)\\)|(?m)^\\[[^\\]]+\\]:\\s*(\\S+)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?)\\s*$");

  private final Map<Path, Set<String>> anchors = new HashMap<>();

  @Test
  void every_relative_link_leads_somewhere() throws IOException {
    var broken = new ArrayList<String>();
    int followed = 0;
    for (var document : documents()) {
      for (var link : links(Files.readString(document))) {
        followed++;
        fault(document, link)
            .ifPresent(why -> broken.add(ROOT.relativize(document) + ": " + link + " " + why));
      }
    }
    assertThat(broken).isEmpty();
    assertThat(followed).isGreaterThan(100);
  }

  @Test
  void a_link_to_nowhere_is_seen() {
    var document = ROOT.resolve("docs/operator.md");
    assertThat(fault(document, "sign-in.md#for-the-operator")).isEmpty();
    assertThat(fault(document, "#incidents")).isEmpty();
    assertThat(fault(document, "sign-in.md#for-nobody")).isPresent();
    assertThat(fault(document, "nothing.md")).isPresent();
    assertThat(links("see [it](there.md) and `[not](this.md)`\n```\n[nor](that.md)\n```\n"))
        .containsExactly("there.md");
  }

  private static List<Path> documents() throws IOException {
    var all = new ArrayList<Path>();
    try (Stream<Path> files = Files.list(ROOT);
        Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      Stream.concat(files, docs).filter(it -> it.toString().endsWith(".md")).forEach(all::add);
    }
    for (var folder : List.of("infra", "bench", "clients/typescript", "docs-site", "web-ui")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(folder), 2)) {
        files
            .filter(it -> it.endsWith("README.md") && !it.toString().contains("node_modules"))
            .forEach(all::add);
      }
    }
    assertThat(all).hasSizeGreaterThan(30);
    return all;
  }

  private static List<String> links(String text) {
    return LINK.matcher(CODE.matcher(text).replaceAll(""))
        .results()
        .map(DocumentLinksTest::target)
        .filter(link -> !link.matches("[a-z]+:.*"))
        .toList();
  }

  private static String target(MatchResult link) {
    return link.group(1) == null ? link.group(2) : link.group(1);
  }

  /** What is wrong with a link; empty: nothing. */
  private Optional<String> fault(Path document, String link) {
    int hash = link.indexOf('#');
    var path = hash < 0 ? link : link.substring(0, hash);
    var file = path.isEmpty() ? document : document.resolveSibling(path).normalize();
    if (!Files.exists(file)) {
      return Optional.of("is not there");
    }
    if (hash >= 0 && !anchors(file).contains(link.substring(hash + 1))) {
      return Optional.of("has no such heading");
    }
    return Optional.empty();
  }

  private Set<String> anchors(Path file) {
    return anchors.computeIfAbsent(
        file,
        it -> {
          var seen = new HashSet<String>();
          var text = Pattern.compile("(?ms)^```.*?^```\\s*$").matcher(read(it)).replaceAll("");
          HEADING.matcher(text).results().forEach(one -> add(seen, anchor(one.group(1))));
          return seen;
        });
  }

  /** The second heading of one name has a number behind it. */
  private static void add(Set<String> seen, String anchor) {
    var name = anchor;
    for (int again = 1; !seen.add(name); again++) {
      name = anchor + "-" + again;
    }
  }

  private static String anchor(String heading) {
    return heading
        .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}\\s_-]", "")
        .replaceAll("\\s", "-");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
