/**
 * The walk over the OpenAPI document: each operation is tried against each convention of the API.
 *
 * <p>Owns: what the conventions are and how an operation is tried. Does not own: what single
 * operations do; isolation between tenants, which {@code isolation} walks more thoroughly.
 * Invariant: a new operation is walked without a line being added here, or fails the walk.
 */
package io.ganglion.walk;
