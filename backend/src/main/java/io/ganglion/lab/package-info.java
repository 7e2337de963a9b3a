/**
 * The laboratory: simulated platforms with faults on demand, and a journal of what really happened.
 *
 * <p>Owns: accounts at simulated platforms, their objects, programmed faults, the journal. Does not
 * own: the ledger of effects, which it is used to judge; any real platform. Invariants: an effect
 * and its journal entry commit in one transaction, under the lock of its account; a fault changes
 * what a caller is told, never what the journal says; all state is in Postgres, so killing the
 * process loses nothing.
 */
@NullMarked
package io.ganglion.lab;

import org.jspecify.annotations.NullMarked;
