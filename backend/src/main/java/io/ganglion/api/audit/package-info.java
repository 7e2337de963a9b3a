/**
 * The audit log over HTTP.
 *
 * <p>Owns: its wire form. Does not own: what is noted. Invariant: nothing here changes it.
 */
@NullMarked
package io.ganglion.api.audit;

import org.jspecify.annotations.NullMarked;
