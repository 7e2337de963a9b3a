/**
 * Tenants as organizations of Keycloak, for whoever looks there.
 *
 * <p>Owns: the mirror. Does not own: tenants and members, which are ours alone. Invariants: nothing
 * is ever read from the mirror to decide what somebody may; a Keycloak that is down, or none at
 * all, delays nobody; done again, the mirror is the same.
 */
@NullMarked
package io.ganglion.organization;

import org.jspecify.annotations.NullMarked;
