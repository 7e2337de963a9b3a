package io.ganglion.connector;

import io.ganglion.kernel.TenantId;
import java.util.Collection;
import java.util.Optional;

/**
 * Connectors that tenants added themselves. Their names hold a hyphen, which no connector that
 * comes with the application has: neither can ever take the other's place.
 */
public interface OwnConnectors {
  /** A tenant's own connector, as it is now; empty if the tenant has none of this name. */
  Optional<Connector> find(TenantId tenant, String name);

  /** All of a tenant's own, by name. */
  Collection<Connector> all(TenantId tenant);

  /** Whether a connector of this name can only be a tenant's own. */
  static boolean named(String name) {
    return name.indexOf('-') >= 0;
  }
}
