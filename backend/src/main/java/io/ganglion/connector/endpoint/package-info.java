/**
 * What connectors share whose calls name their endpoint themselves: {@code http}, {@code mcp} and
 * {@code a2a}.
 *
 * <p>Owns: an endpoint's origin, its authentication and tokens, JSON-RPC over HTTP and streams of
 * server-sent events. Does not own: what is called, and what an answer means to it. Invariants:
 * nothing is sent twice but after a 401, which proves that the first did nothing; a credential is
 * in no output, reason or log.
 */
@NullMarked
package io.ganglion.connector.endpoint;

import org.jspecify.annotations.NullMarked;
