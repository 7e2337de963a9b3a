package io.ganglion.bus;

import io.ganglion.db.Write;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * An event to be stored.
 *
 * @param run the only run that sees it, for a signal; null: every listener of the tenant
 */
public record Publication(TenantId tenant, @Nullable RunId run, CloudEvent event)
    implements Write {}
