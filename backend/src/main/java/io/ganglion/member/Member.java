package io.ganglion.member;

import io.ganglion.identity.Role;
import io.ganglion.kernel.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who belongs to a tenant.
 *
 * @param service a program, which signs in by client credentials
 * @param version raised by each change of the role
 */
public record Member(
    PersonId id,
    boolean service,
    Role role,
    Optional<String> email,
    Optional<String> name,
    long version,
    Instant joinedAt) {}
