package io.ganglion.db;

import io.ganglion.kernel.TenantId;

/**
 * One row to be written by the group commit; which statement writes it is its {@link BatchWriter}'s
 * affair.
 */
public interface Write {
  TenantId tenant();
}
