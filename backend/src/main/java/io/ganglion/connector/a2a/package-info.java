/**
 * Agents that speak A2A over JSON-RPC, the DSL's {@code call: a2a}.
 *
 * <p>Owns: an agent's card and the dialect it says (0.3 or 1.0), the class of a call by its method,
 * what a task's history proves. Does not own: what an agent answers and means. Invariants: a
 * message has one id in all its attempts; a message is sent again only if the author said that it
 * may be; credentials go to the origin the author named and to no other.
 */
@NullMarked
package io.ganglion.connector.a2a;

import org.jspecify.annotations.NullMarked;
