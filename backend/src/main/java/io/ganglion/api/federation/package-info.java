/**
 * Enterprise sign-in over HTTP: a tenant's domains and provider, and the relay for Keycloak.
 *
 * <p>Owns: their wire form. Does not own: whom they let in.
 */
@NullMarked
package io.ganglion.api.federation;

import org.jspecify.annotations.NullMarked;
