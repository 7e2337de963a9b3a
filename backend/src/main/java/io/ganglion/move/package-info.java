/**
 * A tenant goes from one cell to another: a program beside the processes that serve, with the
 * database owner's rights in both cells.
 *
 * <p>Owns: the steps of a move, which rows go and in what order, how they are compared. Does not
 * own: what a moving tenant is refused, which the database's functions decide and every transaction
 * asks; the tables, which the database names. Invariants: at every instant one cell at most runs
 * the tenant; a step that was cut off is done again, and changes nothing that it had done; no row
 * is opened in the destination that was not compared with the source's.
 */
@NullMarked
package io.ganglion.move;

import org.jspecify.annotations.NullMarked;
