package io.ganglion.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a test run came to, by part. A part is the first JUnit tag of a test class, or the
 * dashboard.
 *
 * @param parts what ran, by name
 * @param wanted parts that were asked for; each must have run a test
 * @param unsteady tests that failed and passed when they ran again
 */
record TestReport(Map<String, Tally> parts, List<String> wanted, List<String> unsteady) {
  private static final List<String> MODULES = List.of("infra/local", "ledger", "backend");
  private static final String UI = "ui";
  private static final String BROWSER = "e2e";
  private static final List<String> RUNNERS = List.of("surefire-reports", "failsafe-reports");

  /**
   * Tests of one part.
   *
   * @param run all that were reported, the skipped ones too
   */
  record Tally(int run, int failed, int skipped, Duration took) {
    static final Tally NONE = new Tally(0, 0, 0, Duration.ZERO);

    Tally plus(Tally other) {
      return new Tally(
          run + other.run, failed + other.failed, skipped + other.skipped, took.plus(other.took));
    }

    int passed() {
      return run - failed - skipped;
    }
  }

  /**
   * For the launcher script: the clone's folder, then the parts that were asked for. Needs no
   * library.
   */
  public static void main(String[] args) {
    var report = of(Path.of(args[0]), List.of(args).subList(1, args.length));
    System.exit(report.print(Terminal.ofProcess()));
  }

  /** Reads the reports that Maven and Vitest left in the modules of the clone {@code root}. */
  static TestReport of(Path root, List<String> wanted) {
    var parts = new TreeMap<String, Tally>();
    var unsteady = new ArrayList<String>();
    for (String module : MODULES) {
      Path target = root.resolve(module).resolve("target");
      var tags = new TestTags(target.resolve("test-classes"));
      for (String runner : RUNNERS) {
        for (var suite : TestSuite.in(target.resolve(runner))) {
          parts.merge(tags.part(suite.className()), suite.tally(), Tally::plus);
          unsteady.addAll(suite.unsteady());
        }
      }
    }
    for (var folder : List.of("web-ui/target", "clients/typescript/target")) {
      for (var suite : TestSuite.in(root.resolve(folder))) {
        parts.merge(UI, suite.tally(), Tally::plus);
      }
    }
    for (var suite : TestSuite.in(root.resolve("web-ui/target/e2e"))) {
      parts.merge(BROWSER, suite.tally(), Tally::plus);
    }
    return new TestReport(parts, wanted, unsteady);
  }

  /**
   * Prints a line a part and the totals as the last line.
   *
   * @return the exit code: 0 when tests ran and none failed
   */
  int print(Terminal terminal) {
    parts.forEach((name, tally) -> terminal.line(line(name, tally)));
    var missing = new ArrayList<>(wanted);
    missing.removeAll(parts.keySet());
    unsteady.forEach(test -> terminal.bad(test + " failed, and passed when it ran again"));
    missing.forEach(part -> terminal.bad("no test ran of the part " + part));
    var all = parts.values().stream().reduce(Tally.NONE, Tally::plus);
    if (all.run() == 0) {
      terminal.bad("no test ran");
    }
    terminal.line(
        "%d passed, %d failed, %d skipped".formatted(all.passed(), all.failed(), all.skipped()));
    return all.run() > 0 && all.failed() == 0 && missing.isEmpty() ? 0 : 1;
  }

  private static String line(String part, Tally tally) {
    return String.format(
        Locale.ROOT,
        "%-12s %5d run %5d failed %5d skipped %8.1f s",
        part,
        tally.run(),
        tally.failed(),
        tally.skipped(),
        tally.took().toMillis() / 1000.0);
  }
}
