/**
 * Keycloak's administration: organizations and identity providers.
 *
 * <p>Owns: its wire form. Does not own: what they should be; signing in, which is plain OpenID
 * Connect. Invariants: the operator alone says where it is; nothing here keeps state.
 *
 * @see <a href="https://www.keycloak.org/docs-api/latest/rest-api/index.html">its documentation</a>
 */
@NullMarked
package io.ganglion.keycloak;

import org.jspecify.annotations.NullMarked;
