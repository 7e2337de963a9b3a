/**
 * OpenAPI descriptions of other people's services, for the DSL's {@code call: openapi}.
 *
 * <p>Owns: fetching and keeping descriptions, turning an operation and its parameters into the
 * arguments of an HTTP call. Does not own: making that call. Invariants: a description is at most 1
 * MiB and refers only to itself; what it says is used only to address one call.
 */
@NullMarked
package io.ganglion.openapi;

import org.jspecify.annotations.NullMarked;
