package io.ganglion.connector.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** {@code docs/connectors} says what the manifests say. */
@Tag("unit")
class PagesTest {
  private static final Path SHIPPED = Path.of("src", "main", "resources", "connectors");
  private static final Path MADE = Path.of("target", "docs", "connectors");
  private static final Path COMMITTED = Path.of("..", "docs", "connectors");
  private static final String BY_HAND = "writing.md";

  @Test
  void every_page_is_as_the_manifests_say() throws IOException {
    var made = new TreeMap<String, String>();
    var pages = pages();
    pages.forEach(page -> made.put(page.name() + ".md", page.text()));
    made.put("index.md", index(pages));
    Files.createDirectories(MADE);
    for (var page : made.entrySet()) {
      Files.writeString(MADE.resolve(page.getKey()), page.getValue());
    }
    assertThat(committed())
        .as("stale: cp backend/target/docs/connectors/*.md docs/connectors")
        .isEqualTo(made);
  }

  @Test
  void every_example_is_one_that_its_action_takes() throws IOException {
    var schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    for (var page : pages()) {
      var example = page.manifest().path("example");
      if (page.manifest().path("environments").has("secret") || !hasAccount(page)) {
        assertThat(example.isMissingNode()).as(page.name()).isTrue();
        continue;
      }
      var action = page.manifest().path("actions").path(example.path("action").asText());
      assertThat(schemas.getSchema(action.path("input")).validate(example.path("with")))
          .as(page.name())
          .isEmpty();
    }
  }

  @Test
  void every_connector_says_what_to_know_of_its_platform() throws IOException {
    assertThat(pages()).allMatch(page -> page.manifest().path("limits").asText().length() > 40);
  }

  private static boolean hasAccount(Page page) {
    return !page.manifest().path("environments").isEmpty();
  }

  private static Map<String, String> committed() throws IOException {
    var pages = new TreeMap<String, String>();
    if (Files.isDirectory(COMMITTED)) {
      try (var files = Files.list(COMMITTED)) {
        for (var file : files.toList()) {
          if (!file.getFileName().toString().equals(BY_HAND)) {
            pages.put(file.getFileName().toString(), Files.readString(file));
          }
        }
      }
    }
    return pages;
  }

  private static List<Page> pages() throws IOException {
    var pages = new ArrayList<Page>();
    try (var folders = Files.list(SHIPPED)) {
      for (var folder : folders.filter(Files::isDirectory).sorted().toList()) {
        pages.add(new Page(read(folder.resolve("manifest.yaml"))));
      }
    }
    return pages;
  }

  private static JsonNode read(Path manifest) throws IOException {
    var load = new Load(LoadSettings.builder().build());
    return Json.mapper().valueToTree(load.loadFromString(Files.readString(manifest)));
  }

  private static String index(List<Page> pages) {
    var lines = new ArrayList<String>();
    lines.add("# All connectors");
    lines.add("");
    lines.add(
        "What a connector, a connection and a system are: [connectors](../connectors.md). To make"
            + " one: [write your own](writing.md).");
    lines.add("");
    lines.add("| connector | | systems | credentials | environments | actions |");
    lines.add("|---|---|---|---|---|---|");
    for (var page : pages) {
      var manifest = page.manifest();
      lines.add(
          "| [`%1$s`](%1$s.md) | %2$s | %3$s | %4$s | %5$s | %6$d |"
              .formatted(
                  page.name(),
                  page.title(),
                  manifest.path("hold").asText(),
                  names(manifest.at("/credentials/properties")),
                  names(manifest.path("environments")),
                  manifest.path("actions").size()));
    }
    lines.add("");
    lines.add("*Made of the manifests by `PagesTest`.*");
    return String.join("\n", lines) + "\n";
  }

  private static String names(JsonNode members) {
    return StreamSupport.stream(members.properties().spliterator(), false)
        .map(member -> "`%s`".formatted(member.getKey()))
        .collect(Collectors.joining(", "));
  }
}
