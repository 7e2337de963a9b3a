/**
 * Who changed what, when and from where.
 *
 * <p>Owns: the audit log and its chain of hashes. Does not own: what is worth noting, which is each
 * feature's. Invariants: an entry is committed with the change it tells of or not at all; entries
 * are never changed; no secret is in one.
 */
@NullMarked
package io.ganglion.audit;

import org.jspecify.annotations.NullMarked;
