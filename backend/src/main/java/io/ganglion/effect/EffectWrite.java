package io.ganglion.effect;

import io.ganglion.db.Write;
import io.ganglion.kernel.TenantId;

/** A line of the ledger to be written. */
public sealed interface EffectWrite extends Write {
  Effect effect();

  @Override
  default TenantId tenant() {
    return effect().frozen().tenant();
  }

  /** A new intent, dispatched in the same commit or not. */
  record Insert(Effect effect) implements EffectWrite {}

  /** Its next state; what is frozen is not touched. */
  record Update(Effect effect) implements EffectWrite {}
}
