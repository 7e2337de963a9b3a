/**
 * What is done after the answer: mails, mirrors, deletions that are due later.
 *
 * <p>Owns: errands, kept by the library <a href="https://github.com/kagkarlsson/db-scheduler">
 * db-scheduler</a> in {@code scheduled_tasks}. Does not own: what an errand does; anything of a
 * run. Invariants: an errand asked for in a transaction is there if it commits, and only then; it
 * runs at least once, in one process at a time, and again after a failure.
 */
@NullMarked
package io.ganglion.background;

import org.jspecify.annotations.NullMarked;
