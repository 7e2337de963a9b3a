package io.ganglion.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.connector.Environments.Endpoint;
import io.ganglion.egress.Origin;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class EnvironmentsTest {
  private final Manifest x = Manifests.load("x");
  private final Environments with =
      new Environments(Optional.of(URI.create("http://127.0.0.1:7600/lab")));
  private final Environments without = new Environments(Optional.empty());

  @Test
  void the_laboratory_is_the_operators() {
    assertThat(with.resolve(x, "lab", Optional.empty()))
        .contains(new Endpoint(URI.create("http://127.0.0.1:7600/lab/x"), Origin.OPERATOR));
    assertThat(with.of(x)).containsExactly("lab", "production");
  }

  @Test
  void a_connections_own_address_never_becomes_the_operators() {
    var own = Optional.of(URI.create("http://10.0.0.1/"));
    assertThat(with.resolve(x, "lab", own).orElseThrow().baseUrl().getHost())
        .isEqualTo("127.0.0.1");
    assertThat(with.resolve(x, "production", own))
        .contains(new Endpoint(URI.create("http://10.0.0.1"), Origin.TENANT));
  }

  @Test
  void without_a_laboratory_there_is_none() {
    assertThat(without.resolve(x, "lab", Optional.empty())).isEmpty();
    assertThat(without.of(x)).containsExactly("production");
  }

  @Test
  void the_real_platform_is_guarded() {
    assertThat(without.resolve(x, "production", Optional.empty()))
        .contains(new Endpoint(URI.create("https://api.x.com"), Origin.TENANT));
    assertThat(without.resolve(x, "nowhere", Optional.empty())).isEmpty();
  }
}
