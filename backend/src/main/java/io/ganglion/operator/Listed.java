package io.ganglion.operator;

import io.ganglion.kernel.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * A tenant, as the operator sees it.
 *
 * @param version of the tenant itself
 * @param plan what it agreed to
 * @param k billable weight that it may hold at one instant
 * @param used billable weight that it holds now
 * @param unpaid whether it is suspended for an invoice
 * @param barred why the operator suspended it
 */
public record Listed(
    TenantId id,
    String name,
    long version,
    TenantState state,
    String plan,
    int k,
    int used,
    boolean unpaid,
    Optional<String> barred,
    Instant createdAt,
    Optional<Instant> suspendedAt,
    Optional<Instant> purgeAt) {}
