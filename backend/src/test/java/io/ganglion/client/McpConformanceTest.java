package io.ganglion.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.ganglion.testing.Callers;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The public conformance tool of the Model Context Protocol against our server, one revision after
 * the other. It needs Node 22, of the PATH or of GANGLION_NODE; without it the test is skipped and
 * says so.
 */
@QuarkusTest
@Tag("client")
@Tag("long")
class McpConformanceTest {
  private static final Path FOLDER = Path.of("conformance");
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** What the program ends with where it can't run here. */
  private static final int MISSING = 3;

  @TestHTTPResource("/")
  URI url;

  @ConfigProperty(name = "ganglion.public.url")
  String publicUrl;

  @Test
  void the_tool_finds_fault_with_nothing_but_what_is_listed_as_not_applicable() throws Exception {
    if (!Files.isDirectory(FOLDER.resolve("node_modules"))) {
      var install =
          Program.start(FOLDER, Map.of(), List.of("npm", "ci", "--no-audit", "--no-fund"));
      assertThat(install.end(LONGEST)).as(install.said()).isZero();
    }
    var node = Optional.ofNullable(System.getenv("GANGLION_NODE")).orElse("node");
    var tool =
        Program.start(
            FOLDER,
            Map.of(
                "GANGLION_URL", url.toString(),
                "GANGLION_KEY", Callers.owner().key(),
                "GANGLION_PUBLIC_URL", publicUrl),
            List.of(node, "run.mjs"));
    int code = tool.end(LONGEST);
    assumeThat(code).as(tool.said()).isNotEqualTo(MISSING);
    assertThat(code).as(tool.said()).isZero();
    assertThat(tool.said()).contains("2025-06-18", "2025-11-25", "2026-07-28");
  }
}
