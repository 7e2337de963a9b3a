/**
 * API keys and the caller over HTTP.
 *
 * <p>Owns: their wire form. Does not own: what a key may do. Invariant: a secret is in one answer
 * only, the one that made it.
 */
@NullMarked
package io.ganglion.api.identity;

import org.jspecify.annotations.NullMarked;
