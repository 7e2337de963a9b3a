package io.ganglion.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.ganglion.testing.NodePackages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What others made to try servers of a protocol, in {@code backend/conformance}. It needs Node, of
 * the PATH or of GANGLION_NODE; a test that can't have the version it wants is skipped and says so.
 */
final class Conformance {
  private static final Path FOLDER = Path.of("conformance");
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** What a program ends with where it can't run here. */
  private static final int MISSING = 3;

  private Conformance() {}

  /**
   * Runs one; fails unless it is content.
   *
   * @return what it said
   */
  static String run(String script, Map<String, String> settings)
      throws IOException, InterruptedException {
    NodePackages.install(FOLDER);
    var node = Optional.ofNullable(System.getenv("GANGLION_NODE")).orElse("node");
    var tool = Program.start(FOLDER, settings, List.of(node, script));
    int code = tool.end(LONGEST);
    assumeThat(code).as(tool.said()).isNotEqualTo(MISSING);
    assertThat(code).as(tool.said()).isZero();
    return tool.said();
  }
}
