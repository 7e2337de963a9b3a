package io.ganglion.db;

import io.ganglion.kernel.TenantId;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells Hibernate whose rows a session may touch: those of the transaction's tenant. */
@ApplicationScoped
@PersistenceUnitExtension
class CurrentTenant implements TenantResolver {
  /** Bound by {@link TenantTx} before a session can open. */
  static final ScopedValue<TenantId> TENANT = ScopedValue.newInstance();

  private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

  @Override
  public String getDefaultTenantId() {
    return NOBODY;
  }

  @Override
  public String resolveTenantId() {
    return TENANT.isBound() ? TENANT.get().uuid().toString() : NOBODY;
  }
}
