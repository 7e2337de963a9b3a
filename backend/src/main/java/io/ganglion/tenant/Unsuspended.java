package io.ganglion.tenant;

import io.ganglion.db.Write;
import io.ganglion.kernel.TenantId;

/**
 * Refused once a tenant is suspended. It rides in the commit of each intent, so that runs under way
 * stop where they are.
 */
public record Unsuspended(TenantId tenant) implements Write {
  /** The refusal's reason. */
  public static final String REASON = "suspended";
}
