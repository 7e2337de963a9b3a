/**
 * Triggers over HTTP.
 *
 * <p>Owns: the wire form. Does not own: any decision. Invariant: a resource only translates.
 */
@NullMarked
package io.ganglion.api.trigger;

import org.jspecify.annotations.NullMarked;
