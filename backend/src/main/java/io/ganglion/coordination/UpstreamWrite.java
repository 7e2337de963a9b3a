package io.ganglion.coordination;

import io.ganglion.db.Write;
import io.ganglion.kernel.SystemId;
import io.ganglion.kernel.TenantId;

/**
 * What acts do to what may rest: a tenant's system, and an upstream budget, whoever shares it. In
 * the commit of their intent or outcome.
 */
public sealed interface UpstreamWrite extends Write {
  Pace pace();

  /** The same of another act. */
  UpstreamWrite with(Pace pace);

  /** A tenant's system. */
  record OfSystem(TenantId tenant, SystemId system, Pace pace) implements UpstreamWrite {
    @Override
    public OfSystem with(Pace other) {
      return new OfSystem(tenant, system, other);
    }
  }

  /**
   * A window of a budget. Who asks takes units of it, and is refused where it has none left.
   *
   * @param tenant whose act it is; the window is everybody's
   */
  record OfBudget(TenantId tenant, BudgetUse use, Pace pace) implements UpstreamWrite {
    @Override
    public OfBudget with(Pace other) {
      return new OfBudget(tenant, use, other);
    }
  }
}
