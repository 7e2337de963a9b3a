package io.ganglion.coordination;

import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;

/**
 * A run that holds systems. What it holds is its family's: a root run's and that of all runs it
 * started.
 *
 * @param root itself, unless another run started it
 * @param shared whether the family may have other members
 */
public record Holder(TenantId tenant, RunId run, RunId root, boolean shared) {
  /** A run without a family. */
  public static Holder alone(TenantId tenant, RunId run) {
    return new Holder(tenant, run, run, false);
  }
}
