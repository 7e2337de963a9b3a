package io.ganglion.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ganglion.kernel.TenantId;
import java.util.List;
import java.util.Optional;
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
  private final TenantId tenant = TenantId.next();
  private final Connector shop = new Fixed(named("my-shop"));
  private final Catalogue catalogue = new Catalogue(Stream.of(x, evm), new One(tenant, shop));

  /** The connector that one tenant has. */
  private record One(TenantId owner, Connector connector) implements OwnConnectors {
    @Override
    public Optional<Connector> find(TenantId tenant, String name) {
      return all(tenant).stream().filter(it -> it.manifest().name().equals(name)).findFirst();
    }

    @Override
    public List<Connector> all(TenantId tenant) {
      return tenant.equals(owner) ? List.of(connector) : List.of();
    }
  }

  private static Manifest named(String name) {
    var x = Manifests.load("x");
    return new Manifest(
        name,
        x.version(),
        x.title(),
        x.credentials(),
        x.environments(),
        x.holdMode(),
        x.oauth(),
        x.budgets(),
        x.actions(),
        x.polls());
  }

  @Test
  void finds_connectors_and_actions_by_their_workflow_names() {
    assertThat(catalogue.connector(tenant, "x")).containsSame(x);
    assertThat(catalogue.action(tenant, "x.createPost"))
        .map(Manifest.Action::name)
        .contains("createPost");
    assertThat(catalogue.shipped()).extracting(Manifest::name).containsExactly("evm", "x");
  }

  @Test
  void a_tenant_s_own_connector_is_there_for_that_tenant_alone() {
    var other = TenantId.next();
    assertThat(catalogue.connector(tenant, "my-shop")).containsSame(shop);
    assertThat(catalogue.action(tenant, "my-shop.createPost")).isPresent();
    assertThat(catalogue.all(tenant))
        .extracting(Manifest::name)
        .containsExactly("evm", "x", "my-shop");
    assertThat(catalogue.connector(other, "my-shop")).isEmpty();
    assertThat(catalogue.action(other, "my-shop.createPost")).isEmpty();
    assertThat(catalogue.all(other)).extracting(Manifest::name).containsExactly("evm", "x");
  }

  @Test
  void knows_nothing_else() {
    assertThat(catalogue.connector(tenant, "y")).isEmpty();
    assertThat(catalogue.action(tenant, "x.nothing")).isEmpty();
    assertThat(catalogue.action(tenant, "y.createPost")).isEmpty();
    assertThat(catalogue.action(tenant, "createPost")).isEmpty();
    assertThat(catalogue.action(tenant, "")).isEmpty();
  }

  @Test
  void two_connectors_of_one_name_are_refused() {
    assertThatThrownBy(
            () ->
                new Catalogue(Stream.of(x, new Fixed(Manifests.load("x"))), new One(tenant, shop)))
        .isInstanceOf(ManifestRejected.class);
  }
}
