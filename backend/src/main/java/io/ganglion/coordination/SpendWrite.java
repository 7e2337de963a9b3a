package io.ganglion.coordination;

import io.ganglion.db.Write;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;

/** What effects do to the money that may be spent, in the commit of their intent or outcome. */
public sealed interface SpendWrite extends Write {
  /**
   * Sets money aside for a dispatch; refused where a cap of its tenant, agent or connection would
   * be passed.
   *
   * @param micros what it may cost, in millionths of a minor unit
   */
  record Reserve(TenantId tenant, EffectId effect, Cost cost, long micros) implements SpendWrite {}

  /**
   * Ends that: what was spent counts, the rest is free again. Does nothing where nothing is set
   * aside.
   *
   * @param micros what it has cost; 0 where it did not land
   */
  record Settle(TenantId tenant, EffectId effect, long micros) implements SpendWrite {}

  /** A run that parks at a cap stands behind those that wait there. */
  record Await(TenantId tenant, RunId run) implements SpendWrite {}
}
