package io.ganglion.addition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ganglion.connector.Catalogue;
import io.ganglion.connector.Connector;
import io.ganglion.connector.OwnConnectors;
import io.ganglion.connector.endpoint.Authorized;
import io.ganglion.db.TenantTx;
import io.ganglion.egress.Egress;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * Additions as connectors, ready to be called. Each version is made once; which one there is now is
 * asked each time, so that an edit holds at once in every process.
 */
@ApplicationScoped
class AddedConnectors implements OwnConnectors {
  private final TenantTx tx;
  private final Catalogue catalogue;
  private final Authorized authorized;
  private final Clock clock = Clock.systemUTC();
  private final Cache<Key, Connector> made;

  AddedConnectors(TenantTx tx, Catalogue catalogue, Egress egress, AdditionConfig config) {
    this.tx = tx;
    this.catalogue = catalogue;
    this.authorized = new Authorized(egress, clock);
    this.made = Caffeine.newBuilder().maximumSize(config.cached()).build();
  }

  private record Key(TenantId tenant, String name, long version, Instant createdAt) {}

  @Override
  public Optional<Connector> find(TenantId tenant, String name) {
    return tx.call(tenant, connection -> AdditionStore.states(connection, tenant, name)).stream()
        .findFirst()
        .flatMap(state -> of(tenant, state));
  }

  @Override
  public Collection<Connector> all(TenantId tenant) {
    return tx.call(tenant, connection -> AdditionStore.states(connection, tenant, null)).stream()
        .flatMap(state -> of(tenant, state).stream())
        .toList();
  }

  private Optional<Connector> of(TenantId tenant, AdditionStore.State state) {
    var key = new Key(tenant, state.name(), state.version(), state.createdAt());
    var known = made.getIfPresent(key);
    if (known != null) {
      return Optional.of(known);
    }
    var addition = tx.call(tenant, c -> AdditionStore.find(c, tenant, state.name()));
    addition.ifPresent(
        it ->
            made.put(
                new Key(tenant, it.name(), it.version(), it.createdAt()), connector(tenant, it)));
    return addition.map(it -> connector(tenant, it));
  }

  /** One of this addition as it is, stored or not. */
  Connector connector(TenantId tenant, Addition addition) {
    return switch (addition.kind()) {
      case OPENAPI -> new ApiConnector(tenant, addition, authorized, clock);
      case MCP -> tools(tenant, addition);
    };
  }

  ToolConnector tools(TenantId tenant, Addition addition) {
    return new ToolConnector(tenant, addition, catalogue.shipped("mcp").orElseThrow());
  }
}
