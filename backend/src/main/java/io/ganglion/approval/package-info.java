/**
 * Approvals: what runs wait to be allowed, and what people decided.
 *
 * <p>Owns: the approval's row and its decision. Does not own: who must be asked, what a decision
 * leads to. Invariants: a visit asks once for each of its intents; a decision is made once, never
 * changes, and makes its run due in the same commit; nobody decides what has expired.
 */
@NullMarked
package io.ganglion.approval;

import org.jspecify.annotations.NullMarked;
