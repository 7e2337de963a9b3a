/**
 * The one guarded way out: every outward HTTP request of whatever origin goes through here, and
 * every mail to a tenant's mail server.
 *
 * <p>Owns: address rules, size and time limits, what a failure proves about the bytes sent. Does
 * not own: meaning of an answer. Invariants: it never retries, never follows a redirect unasked,
 * resolves once and connects to the address it checked.
 */
@NullMarked
package io.ganglion.egress;

import org.jspecify.annotations.NullMarked;
