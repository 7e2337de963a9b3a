package io.ganglion.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.testing.Callers;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The TypeScript client and its commands, against the real thing. */
@QuarkusTest
@Tag("client")
class TypeScriptClientTest {
  @TestHTTPResource("/")
  URI url;

  @Test
  void the_client_s_own_tests_against_a_backend_pass() throws Exception {
    var owner = Callers.owner();
    var tests =
        Program.start(
            Path.of("../clients/typescript"),
            Map.of("GANGLION_URL", url.toString(), "GANGLION_KEY", owner.key(), "NO_COLOR", "1"),
            List.of("npm", "run", "-s", "test:backend"));
    int code = tests.end();
    assertThat(code).as(tests.said()).isZero();
    assertThat(tests.said()).containsPattern("Tests +\\d+ passed");
  }
}
