package io.ganglion.tenant;

import io.ganglion.kernel.TenantId;
import java.time.Instant;

/**
 * @param name for people; not unique
 * @param version raised by each change
 */
public record Tenant(TenantId id, String name, long version, Instant createdAt) {}
