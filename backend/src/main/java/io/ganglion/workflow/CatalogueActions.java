package io.ganglion.workflow;

import io.ganglion.connector.Catalogue;
import io.ganglion.connector.Manifest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The actions of the connectors this application was built with. */
@ApplicationScoped
class CatalogueActions implements ActionNames {
  private final Catalogue catalogue;

  CatalogueActions(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Optional<Manifest.Action> action(String function) {
    return catalogue.action(function);
  }

  @Override
  public Set<String> names() {
    return catalogue.all().stream()
        .flatMap(
            manifest ->
                manifest.actions().keySet().stream().map(action -> manifest.name() + "." + action))
        .collect(Collectors.toUnmodifiableSet());
  }
}
