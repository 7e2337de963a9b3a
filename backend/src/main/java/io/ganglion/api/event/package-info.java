/**
 * Events over HTTP: CloudEvents in, by any of the HTTP binding's modes, and what is stored.
 *
 * <p>Owns: the HTTP form. Does not own: what an event is, who hears it.
 */
@NullMarked
package io.ganglion.api.event;

import org.jspecify.annotations.NullMarked;
