/**
 * The catalogue of connectors over HTTP.
 *
 * <p>Owns: the wire form. Does not own: any decision. Invariant: a resource only translates.
 */
@NullMarked
package io.ganglion.api.connector;

import org.jspecify.annotations.NullMarked;
