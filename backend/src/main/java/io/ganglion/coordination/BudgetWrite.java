package io.ganglion.coordination;

import io.ganglion.db.Write;
import io.ganglion.kernel.TenantId;
import java.time.Instant;

/** What dispatches do to upstream budgets, in the commit of their intent or outcome. */
public sealed interface BudgetWrite extends Write {
  /** Takes units; refused where the window has none left, or the platform asked for a pause. */
  record Take(TenantId tenant, BudgetUse use) implements BudgetWrite {}

  /** The platform said when it wants to be called again on this key, by whatever tenant. */
  record Pause(TenantId tenant, BudgetUse use, Instant until) implements BudgetWrite {}
}
