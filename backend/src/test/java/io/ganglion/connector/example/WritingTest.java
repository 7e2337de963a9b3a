package io.ganglion.connector.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What docs/connectors/writing.md shows is what is compiled and tested here. */
@Tag("unit")
class WritingTest {
  private static final Path SOURCES =
      Path.of("src", "test", "java", "io", "ganglion", "connector", "example");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

  @Test
  void every_block_of_the_page_stands_in_the_example() throws IOException {
    var java =
        Files.readString(SOURCES.resolve("GuestbookConnector.java"))
            + Files.readString(SOURCES.resolve("GuestbookContractTest.java"));
    var yaml =
        Files.readString(
            Path.of("src", "test", "resources", "connectors", "guestbook", "manifest.yaml"));
    var page = Files.readString(Path.of("..", "docs", "connectors", "writing.md"));
    var blocks = BLOCK.matcher(page).results().toList();
    assertThat(blocks).hasSize(7);
    assertThat(blocks)
        .allSatisfy(
            block ->
                assertThat(block.group(1).equals("yaml") ? yaml : java).contains(block.group(2)));
  }
}
