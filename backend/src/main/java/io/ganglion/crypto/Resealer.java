package io.ganglion.crypto;

import io.ganglion.kernel.TenantId;

/** Whoever keeps secrets in the vault: when its keys are exchanged, each seals its own anew. */
public interface Resealer {
  /** As {@link Resealing#reseal}. */
  Resealing.Resealed reseal(TenantId tenant, int before);
}
