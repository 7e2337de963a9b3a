package io.ganglion.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class CatalogueTest {
  private record Fixed(Manifest manifest) implements Connector {
    @Override
    public Whoami whoami(Session session) {
      return new Whoami.Refused(401, "nobody");
    }

    @Override
    public Outcome send(Session session, Act act) {
      return new Outcome.Unknown(504, "never");
    }
  }

  private final Connector x = new Fixed(Manifests.load("x"));
  private final Connector evm = new Fixed(Manifests.load("evm"));
  private final Catalogue catalogue = new Catalogue(Stream.of(x, evm));

  @Test
  void finds_connectors_and_actions_by_their_workflow_names() {
    assertThat(catalogue.connector("x")).containsSame(x);
    assertThat(catalogue.action("x.createPost")).map(Manifest.Action::name).contains("createPost");
    assertThat(catalogue.all()).extracting(Manifest::name).containsExactly("evm", "x");
  }

  @Test
  void knows_nothing_else() {
    assertThat(catalogue.connector("y")).isEmpty();
    assertThat(catalogue.action("x.nothing")).isEmpty();
    assertThat(catalogue.action("y.createPost")).isEmpty();
    assertThat(catalogue.action("createPost")).isEmpty();
    assertThat(catalogue.action("")).isEmpty();
  }

  @Test
  void two_connectors_of_one_name_are_refused() {
    assertThatThrownBy(() -> new Catalogue(Stream.of(x, new Fixed(Manifests.load("x")))))
        .isInstanceOf(ManifestRejected.class);
  }
}
