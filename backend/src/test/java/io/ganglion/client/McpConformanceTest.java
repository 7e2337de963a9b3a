package io.ganglion.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.testing.Callers;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The public conformance tool of the Model Context Protocol against our server, one revision after
 * the other. It needs Node 22.
 */
@QuarkusTest
@Tag("client")
@Tag("long")
class McpConformanceTest {
  @TestHTTPResource("/")
  URI url;

  @ConfigProperty(name = "ganglion.public.url")
  String publicUrl;

  @Test
  void the_tool_finds_fault_with_nothing_but_what_is_listed_as_not_applicable() throws Exception {
    var said =
        Conformance.run(
            "mcp.mjs",
            Map.of(
                "GANGLION_URL", url.toString(),
                "GANGLION_KEY", Callers.owner().key(),
                "GANGLION_PUBLIC_URL", publicUrl));
    assertThat(said).contains("2025-06-18", "2025-11-25", "2026-07-28");
  }
}
