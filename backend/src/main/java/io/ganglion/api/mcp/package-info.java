/**
 * Agents' tools over the Model Context Protocol, on streamable HTTP.
 *
 * <p>Owns: the wire form, which tools a caller sees, what a call answers while it is under way.
 * Does not own: sessions and keys, durable steps, policy. Invariants: a tool is shown to those
 * alone who may call it; what changes something is a step of a session run before it is answered.
 */
@NullMarked
package io.ganglion.api.mcp;

import org.jspecify.annotations.NullMarked;
