package io.ganglion.connector;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All connectors this application was built with; a bad manifest keeps it from starting. */
@Startup
@ApplicationScoped
public class Catalogue {
  private final Map<String, Connector> connectors = new TreeMap<>();

  @Inject
  Catalogue(@Any Instance<Connector> beans) {
    this(beans.stream());
  }

  /**
   * @throws ManifestRejected if two connectors have one name
   */
  Catalogue(Stream<Connector> beans) {
    beans.forEach(
        connector -> {
          var name = connector.manifest().name();
          if (connectors.putIfAbsent(name, connector) != null) {
            throw new ManifestRejected(name, "there are two connectors of this name");
          }
        });
  }

  /** The connector of a name, e.g. {@code x}. */
  public Optional<Connector> connector(String name) {
    return Optional.ofNullable(connectors.get(name));
  }

  /** The action behind a workflow's function, e.g. {@code x.createPost}. */
  public Optional<Manifest.Action> action(String function) {
    var dot = function.indexOf('.');
    return dot < 0
        ? Optional.empty()
        : connector(function.substring(0, dot))
            .map(connector -> connector.manifest().actions().get(function.substring(dot + 1)));
  }

  /** Every manifest, by name. */
  public Collection<Manifest> all() {
    return connectors.values().stream().map(Connector::manifest).toList();
  }
}
