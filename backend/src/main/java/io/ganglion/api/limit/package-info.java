/**
 * How much a caller may ask for.
 *
 * <p>Owns: the quotas by API key or person, tenant and address, by token buckets of the library <a
 * href="https://bucket4j.com">Bucket4j</a>, shared by all processes through Redis; the {@code
 * RateLimit} headers. Does not own: tenants' capacity, platforms' limits. Invariants: without Redis
 * quotas are stricter, not gone; no request waits for Redis longer than its timeout.
 */
@NullMarked
package io.ganglion.api.limit;

import org.jspecify.annotations.NullMarked;
