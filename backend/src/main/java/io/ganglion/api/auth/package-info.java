/**
 * Who calls: API keys, access tokens and session cookies of an OpenID Connect provider.
 *
 * <p>Owns: the filter that lets callers in, the code flow's addresses ({@code /auth/…}), the
 * session cookie, CSRF tokens, which tenant a person means, what is told of the provider's state.
 * Does not own: keys, people and their tenants. Invariants: an operation that declares nothing is
 * refused; an API key never comes near the provider; a session cookie alone changes nothing.
 */
@NullMarked
package io.ganglion.api.auth;

import org.jspecify.annotations.NullMarked;
