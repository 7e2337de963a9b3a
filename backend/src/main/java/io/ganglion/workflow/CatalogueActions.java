package io.ganglion.workflow;

import io.ganglion.connector.Catalogue;
import io.ganglion.connector.Manifest;
import io.ganglion.connector.OwnConnectors;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.UndoClass;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The actions of the connectors that a tenant can use. */
@ApplicationScoped
class CatalogueActions {
  private final Catalogue catalogue;

  CatalogueActions(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** As they are now: what a document that somebody sends may call. */
  ActionNames now(TenantId tenant) {
    return new Known(catalogue, tenant);
  }

  /**
   * For a document that was stored. The tenant's own connectors may have changed since; a call of
   * theirs is checked when it is made, so that the rest of the workflow goes on.
   */
  ActionNames stored(TenantId tenant) {
    var known = now(tenant);
    return new ActionNames() {
      @Override
      public Optional<Manifest.Action> action(String function) {
        var dot = function.indexOf('.');
        return dot > 0 && OwnConnectors.named(function.substring(0, dot))
            ? Optional.of(any(function.substring(dot + 1)))
            : known.action(function);
      }

      @Override
      public Set<String> names() {
        return known.names();
      }
    };
  }

  private record Known(Catalogue catalogue, TenantId tenant) implements ActionNames {
    @Override
    public Optional<Manifest.Action> action(String function) {
      return catalogue.action(tenant, function);
    }

    @Override
    public Set<String> names() {
      return catalogue.all(tenant).stream()
          .flatMap(
              manifest ->
                  manifest.actions().keySet().stream()
                      .map(action -> manifest.name() + "." + action))
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  /** One that takes whatever it is given. */
  private static Manifest.Action any(String name) {
    return new Manifest.Action(
        name,
        name,
        Json.object(),
        Json.object(),
        RetryClass.BLIND,
        UndoClass.IRREVERSIBLE,
        true,
        Optional.empty(),
        Optional.empty(),
        Duration.ofSeconds(30),
        1,
        Map.of(),
        Map.of());
  }
}
