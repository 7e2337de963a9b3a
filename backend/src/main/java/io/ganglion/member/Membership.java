package io.ganglion.member;

import io.ganglion.identity.Role;
import io.ganglion.kernel.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * A tenant that somebody belongs to.
 *
 * @param purgeAt when it is erased, if it is deleted
 * @param suspended it does not pay, and starts nothing
 * @param moving it is on its way to another cell, and nothing of it changes here
 */
public record Membership(
    TenantId tenant,
    String tenantName,
    Role role,
    boolean service,
    Optional<Instant> purgeAt,
    boolean suspended,
    boolean moving) {}
