/**
 * How the platform does, and what everybody is told of it.
 *
 * <p>Owns: the platform's parts and their state, what is measured over all tenants for people,
 * incidents. Does not own: the metrics of a process, which are {@code engine}'s; who may tell.
 * Invariants: nothing here names a tenant, a person or an address; what people were told is never
 * changed, only followed by more.
 */
@NullMarked
package io.ganglion.status;

import org.jspecify.annotations.NullMarked;
