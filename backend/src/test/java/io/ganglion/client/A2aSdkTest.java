package io.ganglion.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.testing.Callers;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The official client of the Agent2Agent protocol, of its SDK for JavaScript, asks an agent of
 * ours.
 */
@QuarkusTest
@Tag("client")
class A2aSdkTest {
  @TestHTTPResource("/")
  URI url;

  @Test
  void the_official_client_is_content() throws Exception {
    var said =
        Conformance.run(
            "a2a.mjs",
            Map.of("GANGLION_URL", url.toString(), "GANGLION_KEY", Callers.owner().key()));
    assertThat(said).contains(" 0 failed");
  }
}
