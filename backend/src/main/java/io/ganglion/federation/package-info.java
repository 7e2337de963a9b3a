/**
 * Enterprise sign-in: a tenant's people sign in by the identity provider that it brings.
 *
 * <p>Owns: the e-mail domains a tenant proved, its provider, whom these let in. Does not own: the
 * exchange with that provider, which is Keycloak's brokering; members and roles. Invariants: a
 * domain has one tenant; a provider is enforced only after somebody came in by it; nobody comes in
 * by a tenant's provider with an address outside of the tenant's domains; client secrets are
 * Keycloak's and never stored here.
 */
@NullMarked
package io.ganglion.federation;

import org.jspecify.annotations.NullMarked;
