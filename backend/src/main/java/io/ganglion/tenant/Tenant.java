package io.ganglion.tenant;

import io.ganglion.kernel.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * @param name for people; not unique
 * @param version raised by each change
 * @param deletedAt when its owner asked for its deletion
 * @param purgeAt from when on everything of it is erased
 * @param suspendedAt since when it starts nothing and sends nothing: it does not pay, or the
 *     operator stopped it
 * @param pausedAt since when nothing of it is dispatched, because somebody asked
 * @param barred why the operator suspended it
 */
public record Tenant(
    TenantId id,
    String name,
    long version,
    Instant createdAt,
    Optional<Instant> deletedAt,
    Optional<Instant> purgeAt,
    Optional<Instant> suspendedAt,
    Optional<Instant> pausedAt,
    Optional<String> barred) {}
