/**
 * Connections over HTTP; credentials go in and never come out.
 *
 * <p>Owns: the wire form. Does not own: any decision. Invariant: a resource only translates.
 */
@NullMarked
package io.ganglion.api.connection;

import org.jspecify.annotations.NullMarked;
