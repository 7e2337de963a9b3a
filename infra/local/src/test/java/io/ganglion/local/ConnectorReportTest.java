package io.ganglion.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("infra")
class ConnectorReportTest {
  private static final String SCHEMA = "0\tschema\tKEPT\ta\t";
  private static final String SENT_TWICE = "15\tsent twice\tKEPT\tb\t";

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path root;

  @Test
  void eachPlatformHasARowOfWhatItsTestsCameTo() throws IOException {
    platform("kraken", SCHEMA, SENT_TWICE);
    platform("x", SCHEMA, "15\tsent twice\tBESIDE\tb\tblind: never sent again");
    assertThat(print()).isZero();
    assertThat(lines())
        .containsExactly(
            "              sent",
            "       schema twice",
            "kraken   ✓      ✓",
            "x        ✓      ·",
            "",
            "✓ kept   ✗ broken, or no test   · does not apply:",
            "  sent twice: x – blind: never sent again",
            "");
  }

  @Test
  void aPlatformWithoutATestOfAPromiseHasBrokenIt() throws IOException {
    platform("kraken", SCHEMA, SENT_TWICE);
    platform("x", SCHEMA);
    Files.createDirectories(root.resolve("backend/src/main/resources/connectors/untried"));
    assertThat(print()).isEqualTo(1);
    assertThat(lines())
        .contains(
            "untried   ✗      ✗", "✗ x, sent twice: no test ran", "✗ untried, schema: no test ran");
  }

  @Test
  void oneActionThatBreaksAPromiseBreaksThePlatforms() throws IOException {
    platform("x", SCHEMA, "0\tschema\tBROKEN\tanother action\t");
    assertThat(print()).isEqualTo(1);
    assertThat(lines()).contains("✗ x, schema: another action");
  }

  @Test
  void aTestThatRanAgainCountsAsItEnded() throws IOException {
    platform("x", "0\tschema\tBROKEN\ta\t", SCHEMA);
    assertThat(print()).isZero();
  }

  @Test
  void anActionThatHasNothingToTryLeavesThePlatformsOthers() throws IOException {
    platform("x", SCHEMA, "0\tschema\tBESIDE\tc\tpure");
    assertThat(print()).isZero();
    assertThat(lines()).noneMatch(line -> line.contains("pure"));
  }

  @Test
  void noTestAtAllFails() throws IOException {
    platform("x");
    assertThat(print()).isEqualTo(1);
  }

  private void platform(String name, String... notes) throws IOException {
    Files.createDirectories(root.resolve("backend/src/main/resources/connectors").resolve(name));
    Path folder = Files.createDirectories(root.resolve("backend/target/connector-matrix"));
    Files.write(folder.resolve(name + ".tsv"), List.of(notes));
  }

  private int print() {
    return ConnectorReport.of(root)
        .print(new Terminal(new PrintStream(printed, true, StandardCharsets.UTF_8), false, false));
  }

  private List<String> lines() {
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
