/**
 * Approvals over HTTP: list, get, approve, reject, and links by which others do.
 *
 * <p>Owns: the wire form. Does not own: any decision. Invariant: a resource only translates.
 */
@NullMarked
package io.ganglion.api.approval;

import org.jspecify.annotations.NullMarked;
