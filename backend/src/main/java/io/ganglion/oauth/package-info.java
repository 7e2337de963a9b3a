/**
 * OAuth as a client: how codes and tokens are asked for at platforms.
 *
 * <p>Owns: token endpoints on the wire, whose app asks, PKCE. Does not own: what is kept of an
 * answer, who may ask when, the pages people see. Invariants: nothing is asked twice by itself;
 * secrets are in no reason.
 */
@NullMarked
package io.ganglion.oauth;

import org.jspecify.annotations.NullMarked;
