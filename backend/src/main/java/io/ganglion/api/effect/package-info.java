/**
 * Effects over HTTP: list by state, get, look up now, resolve.
 *
 * <p>Owns: the wire form. Does not own: any decision. Invariant: a resource only translates.
 */
@NullMarked
package io.ganglion.api.effect;

import org.jspecify.annotations.NullMarked;
