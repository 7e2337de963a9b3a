package io.ganglion.member;

import io.ganglion.identity.Role;
import io.ganglion.kernel.TenantId;

/** A tenant that somebody belongs to. */
public record Membership(TenantId tenant, String tenantName, Role role, boolean service) {}
