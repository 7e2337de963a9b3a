package io.ganglion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Links between the repository's documents lead somewhere, to the very heading they name. */
@Tag("unit")
class DocLinksTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.*)$");

  @Test
  void every_link_leads_to_a_file_and_its_heading() throws IOException {
    var wrong = new ArrayList<String>();
    for (var page : pages()) {
      var text = FENCED.matcher(Files.readString(page)).replaceAll("");
      for (var link : LINK.matcher(text).results().map(found -> found.group(1)).toList()) {
        if (!link.matches("(?i)[a-z]+:.*") && !leads(page, link)) {
          wrong.add(ROOT.relativize(page) + ": " + link);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<Path> pages() throws IOException {
    var pages = new ArrayList<Path>();
    try (var top = Files.list(ROOT);
        var docs = Files.walk(ROOT.resolve("docs"))) {
      top.filter(DocLinksTest::isPage).forEach(pages::add);
      docs.filter(DocLinksTest::isPage).forEach(pages::add);
    }
    assertThat(pages).hasSizeGreaterThan(30);
    return pages;
  }

  private static boolean isPage(Path file) {
    return file.toString().endsWith(".md");
  }

  private static boolean leads(Path page, String link) throws IOException {
    var parts = link.split("#", 2);
    var file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
    if (!Files.exists(file)) {
      return false;
    }
    return parts.length == 1
        || !isPage(file)
        || HEADING
            .matcher(FENCED.matcher(Files.readString(file)).replaceAll(""))
            .results()
            .anyMatch(heading -> anchor(heading.group(1)).equals(parts[1]));
  }

  /** As GitHub and our own pages make it. */
  private static String anchor(String heading) {
    return heading
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
        .replaceAll("[^a-z0-9 _-]", "")
        .strip()
        .replace(' ', '-');
  }
}
