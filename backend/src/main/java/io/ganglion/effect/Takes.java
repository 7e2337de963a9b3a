package io.ganglion.effect;

import io.ganglion.coordination.BudgetUse;
import io.ganglion.coordination.Cost;
import java.util.List;
import java.util.Optional;

/**
 * What a dispatch takes besides its system.
 *
 * @param budgets of the platform
 * @param calls that are expected at once, of those that this is one of, where what is held weighs
 *     by the calls in flight; 0 where it weighs 1 whatever they are
 * @param cost empty where the tenant has named no price
 */
public record Takes(List<BudgetUse> budgets, int calls, Optional<Cost> cost) {
  public static final Takes NOTHING = new Takes(List.of(), 0, Optional.empty());

  public Takes {
    budgets = List.copyOf(budgets);
  }

  Takes pooled(int together) {
    return new Takes(budgets, together, cost);
  }
}
