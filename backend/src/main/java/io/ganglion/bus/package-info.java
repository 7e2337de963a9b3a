/**
 * The tenant's event bus: CloudEvents that callers send and workflows emit, signals, and who waits
 * for them.
 *
 * <p>Owns: the tables bus, event and listener. Does not own: what a run consumed (its journal), the
 * filters of a listen task. Invariants: an event is stored once by source and id; a reader that has
 * seen a number has seen every event below it; whoever listened before an event was stored is made
 * due by its commit.
 */
@NullMarked
package io.ganglion.bus;

import org.jspecify.annotations.NullMarked;
