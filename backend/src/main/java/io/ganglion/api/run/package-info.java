/**
 * Runs over HTTP: start, list, get, cancel, steps, effects, receipt, events.
 *
 * <p>Owns: the wire form. Does not own: any decision. Invariant: a resource only translates.
 */
@NullMarked
package io.ganglion.api.run;

import org.jspecify.annotations.NullMarked;
