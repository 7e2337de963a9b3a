package io.ganglion.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("infra")
class TestReportTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path root;

  /** The compiled class carries the tag, so the report needs this very class. */
  @BeforeEach
  void compiled() throws IOException, URISyntaxException {
    Path classes = root.resolve("backend/target/test-classes");
    String name = TestReportTest.class.getName().replace('.', '/') + ".class";
    Files.createDirectories(classes.resolve(name).resolveSibling(""));
    Path here =
        Path.of(TestReportTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Files.copy(here.resolve(name), classes.resolve(name));
  }

  @Test
  void testsAreCountedByTheTagOfTheirClassAndTheTotalsStandAlone() throws IOException {
    report("surefire-reports", TestReportTest.class.getName(), 5, 0, 2);
    report("failsafe-reports", TestReportTest.class.getName() + "$Nested", 1, 0, 0);
    report("surefire-reports", "gone.Untagged", 1, 0, 0);
    assertThat(TestReport.of(root, List.of("infra")).print(terminal())).isZero();
    assertThat(lines())
        .containsExactly(
            "infra            6 run     0 failed     2 skipped      2.5 s",
            "untagged         1 run     0 failed     0 skipped      1.3 s",
            "5 passed, 0 failed, 2 skipped");
  }

  @Test
  void theDashboardIsAPart() throws IOException {
    Path folder = Files.createDirectories(root.resolve("web-ui/target"));
    Files.writeString(
        folder.resolve("TEST-web-ui.xml"),
        "<testsuites name='vitest tests' tests='4' failures='1' errors='0' time='2'>"
            + "<testsuite>%s</testsuite></testsuites>".formatted(cases(4, 1, 0)));
    assertThat(TestReport.of(root, List.of("ui")).print(terminal())).isEqualTo(1);
    assertThat(lines())
        .containsExactly(
            "ui               4 run     1 failed     0 skipped      2.0 s",
            "3 passed, 1 failed, 0 skipped");
  }

  @Test
  void aTestThatPassedWhenItRanAgainIsNamed() throws IOException {
    Path folder = Files.createDirectories(root.resolve("backend/target/surefire-reports"));
    Files.writeString(
        folder.resolve("TEST-some.Unsteady.xml"),
        "<testsuite name='some.Unsteady' time='1'><testcase name='sometimes' classname='some.Unsteady'>"
            + "<flakyError message='no'/></testcase><testcase name='always' classname='some.Unsteady'/></testsuite>");
    assertThat(TestReport.of(root, List.of()).print(terminal())).isZero();
    assertThat(lines())
        .contains("\u2717 some.Unsteady.sometimes failed, and passed when it ran again")
        .endsWith("2 passed, 0 failed, 0 skipped");
  }

  @Test
  void aFailureFails() throws IOException {
    report("failsafe-reports", TestReportTest.class.getName(), 5, 1, 0);
    assertThat(TestReport.of(root, List.of()).print(terminal())).isEqualTo(1);
    assertThat(lines().getLast()).isEqualTo("4 passed, 1 failed, 0 skipped");
  }

  @Test
  void aFailureInANestedClassThatTheTotalsOfItsReportLeaveOutFails() throws IOException {
    Path folder = Files.createDirectories(root.resolve("backend/target/surefire-reports"));
    Files.writeString(
        folder.resolve("TEST-some.Outer.xml"),
        "<testsuite name='some.Outer' tests='0' failures='0' errors='0' skipped='0' time='1'>"
            + "%s</testsuite>".formatted(cases(3, 1, 0)));
    assertThat(TestReport.of(root, List.of()).print(terminal())).isEqualTo(1);
    assertThat(lines().getLast()).isEqualTo("2 passed, 1 failed, 0 skipped");
  }

  @Test
  void noTestAtAllFails() {
    assertThat(TestReport.of(root, List.of()).print(terminal())).isEqualTo(1);
    assertThat(lines().getLast()).isEqualTo("0 passed, 0 failed, 0 skipped");
  }

  @Test
  void aPartThatWasAskedForAndRanNothingFails() throws IOException {
    report("surefire-reports", TestReportTest.class.getName(), 5, 0, 0);
    assertThat(TestReport.of(root, List.of("infra", "arch")).print(terminal())).isEqualTo(1);
    assertThat(lines()).contains("✗ no test ran of the part arch");
  }

  private void report(String runner, String name, int tests, int failures, int skipped)
      throws IOException {
    Path folder = Files.createDirectories(root.resolve("backend/target").resolve(runner));
    Files.writeString(
        folder.resolve("TEST-" + name + ".xml"),
        "<testsuite name='%s' tests='%d' failures='%d' errors='0' skipped='%d' time='1.25'>%s</testsuite>"
            .formatted(name, tests, failures, skipped, cases(tests, failures, skipped)));
  }

  private static String cases(int tests, int failures, int skipped) {
    return "<testcase><failure/></testcase>".repeat(failures)
        + "<testcase><skipped/></testcase>".repeat(skipped)
        + "<testcase/>".repeat(tests - failures - skipped);
  }

  private Terminal terminal() {
    return new Terminal(new PrintStream(printed, true, StandardCharsets.UTF_8), false, false);
  }

  private List<String> lines() {
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
