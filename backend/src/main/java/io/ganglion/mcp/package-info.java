/**
 * Who calls agents' tools over the Model Context Protocol, and which steps their calls are.
 *
 * <p>Owns: sessions of clients, what an idempotency key of a tool call stands for. Does not own:
 * the protocol, session runs. Invariants: a session is used by the one who opened it alone; under
 * one key an agent does a thing once, whatever session asks.
 */
@NullMarked
package io.ganglion.mcp;

import org.jspecify.annotations.NullMarked;
