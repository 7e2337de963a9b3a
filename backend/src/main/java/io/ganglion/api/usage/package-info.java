/**
 * Usage and the hold ledger over HTTP.
 *
 * <p>Owns: their wire form. Does not own: what is counted or sealed. Invariant: nothing here
 * changes anything.
 */
@NullMarked
package io.ganglion.api.usage;

import org.jspecify.annotations.NullMarked;
