/**
 * Who calls: API keys and the caller they stand for.
 *
 * <p>Owns: API keys, scopes, the caller of a request. Does not own: what a scope allows.
 * Invariants: a secret is shown once and never stored; a key says whose it is, so that looking it
 * up is routed; secrets are compared in constant time.
 */
@NullMarked
package io.ganglion.identity;

import org.jspecify.annotations.NullMarked;
